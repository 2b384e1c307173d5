package centralcommand.web.plan;

import centralcommand.plans.file.Plan;
import centralcommand.plans.file.Reading;
import centralcommand.plans.file.ScheduleFiles;
import centralcommand.plans.proposal.Comparison;
import centralcommand.plans.proposal.PlanFile;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Import a schedule: choose the file, see what it would change row by row, apply it, leave with what was recorded. */
@Controller
class ImportPages {
    private static final String TOO_LARGE =
            "The file has more than 20 MB. Export one project, without resources and views.";

    private final ProgramRecord record;
    private final ScheduleFiles files;
    private final KeptImports kept;
    private final ImportSending sending;

    ImportPages(ProgramRecord record, ScheduleFiles files, KeptImports kept, ImportSending sending) {
        this.record = record;
        this.files = files;
        this.kept = kept;
        this.sending = sending;
    }

    @GetMapping("/programs/{programId}/import")
    String choose(
            @PathVariable String programId,
            @RequestParam(required = false) @Nullable String tooLarge,
            @RequestParam(required = false) @Nullable String gone,
            SignedIn person,
            PointInTime at,
            Model model) {
        ProgramPage page = ours(programId, person, at);
        String problem = tooLarge != null
                ? TOO_LARGE
                : gone != null
                        ? "What this file would do is no longer kept here. Choose the file again: what was recorded is not recorded twice."
                        : null;
        return form(page, problem, model);
    }

    @PostMapping("/programs/{programId}/import")
    String upload(
            @PathVariable String programId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn person,
            HttpServletResponse response,
            Model model)
            throws IOException {
        ProgramPage page = ours(programId, person, PointInTime.NOW);
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(page, "Choose a file first.", model);
        }
        byte[] bytes = file.getBytes();
        switch (files.read(bytes)) {
            case Reading.Unreadable(String sentence) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return form(page, sentence, model);
            }
            case Reading.Read(Plan plan) -> {
                PlanFile named = PlanFile.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes);
                String key = kept.keep(person.name(), Comparison.of(plan, named, record.onFile(page)));
                return "redirect:" + address(programId, key);
            }
        }
    }

    @GetMapping("/programs/{programId}/import/{key}")
    String show(
            @PathVariable String programId, @PathVariable String key, SignedIn person, PointInTime at, Model model) {
        ProgramPage page = ours(programId, person, at);
        Optional<KeptImport> found = kept.find(key, person.name(), programId);
        if (found.isEmpty()) {
            return "redirect:/programs/" + programId + "/import?gone";
        }
        KeptImport shown = found.get();
        model.addAttribute("program", page.program());
        model.addAttribute("view", ImportView.of(shown));
        model.addAttribute("address", address(programId, key));
        model.addAttribute(
                "reached", Math.max(shown.position(), page.standpoint().position()));
        model.addAttribute("position", page.standpoint().position());
        return "plan/import";
    }

    @PostMapping("/programs/{programId}/import/{key}")
    String apply(@PathVariable String programId, @PathVariable String key, SignedIn person, RedirectAttributes next) {
        ours(programId, person, PointInTime.NOW);
        Optional<KeptImport> found = kept.find(key, person.name(), programId);
        if (found.isEmpty()) {
            return "redirect:/programs/" + programId + "/import?gone";
        }
        String stopped = sending.send(found.get());
        if (stopped != null) {
            next.addFlashAttribute("stopped", stopped);
        }
        return "redirect:" + address(programId, key);
    }

    private static String address(String programId, String key) {
        return "/programs/" + programId + "/import/" + key;
    }

    private static String form(ProgramPage page, @Nullable String problem, Model model) {
        model.addAttribute("program", page.program());
        model.addAttribute("problem", problem);
        model.addAttribute("position", page.standpoint().position());
        return "plan/choose";
    }

    private ProgramPage ours(String programId, SignedIn person, PointInTime at) {
        ProgramPage page = record.page(programId);
        boolean lead = page.program().agency().code().equals(person.agency());
        if (!lead || !person.agencyStaff() || at.past()) {
            throw new AccessDeniedException(
                    "Only staff of the agency that leads a program import its schedule, and only now.");
        }
        return page;
    }
}
