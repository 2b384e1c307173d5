package centralcommand.web.desk;

import static java.util.stream.Collectors.toMap;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramRow;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff of an agency ask another program for something: first between which programs, then what, for which milestone and by when. */
@Controller
class HandoffRequestPages {
    private static final String PATH = "/desk/handoffs/request";

    private final DeskQueries queries;
    private final CommandApi commands;
    private final FactWording facts;

    HandoffRequestPages(DeskQueries queries, CommandApi commands, FactWording facts) {
        this.queries = queries;
        this.commands = commands;
        this.facts = facts;
    }

    @GetMapping(PATH)
    String form(@ModelAttribute("form") HandoffRequestForm form, SignedIn person, PointInTime at, Model model) {
        return page(form, form.commandId(), person, at, model);
    }

    @PostMapping(PATH)
    String ask(
            @Valid @ModelAttribute("form") HandoffRequestForm form,
            BindingResult errors,
            SignedIn person,
            Model model,
            RedirectAttributes next) {
        if (form.day().isEmpty()) {
            errors.rejectValue("neededBy", "MISSING", "Give a day, such as 2027-06-30.");
        }
        if (errors.hasErrors()) {
            return page(form, form.commandId(), person, PointInTime.NOW, model);
        }
        String sentAs = CommandIds.of(form.commandId());
        return switch (commands.send("request-handoff", form.command(sentAs), sentAs, null)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute(
                        "receipt",
                        ReceiptNotice.of(receipt, "It is asked for. The other side sees it once it is released."));
                yield "redirect:/desk/handoffs?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield page(form, null, person, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield page(form, sentAs, person, PointInTime.NOW, model);
            }
        };
    }

    private String page(
            HandoffRequestForm form, @Nullable String commandId, SignedIn person, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        String agency = Objects.requireNonNull(person.agency());
        List<ProgramRow> programs = queries.programs().rows().stream()
                .filter(program -> program.status() != ProgramStatus.CANCELLED)
                .toList();
        Predicate<ProgramRow> own = program -> program.agency().code().equals(agency);
        ProgramPage from = chosen(programs, form.fromProgramId(), program -> true);
        ProgramPage to = chosen(programs, form.toProgramId(), own);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("giving", names(programs.stream().toList()));
        model.addAttribute("receiving", names(programs.stream().filter(own).toList()));
        model.addAttribute("fromMilestones", from == null ? Map.of() : open(from));
        model.addAttribute("toMilestones", to == null ? Map.of() : open(to));
        model.addAttribute("precisions", ReportPage.PRECISIONS);
        model.addAttribute("markings", ReportPage.MARKINGS);
        model.addAttribute("commandId", CommandIds.of(commandId));
        model.addAttribute("desk", Desk.of(person, at, inbox, "/desk/handoffs"));
        model.addAttribute("position", inbox.standpoint().position());
        return "desk/request";
    }

    private @Nullable ProgramPage chosen(List<ProgramRow> programs, @Nullable String id, Predicate<ProgramRow> may) {
        Optional<ProgramId> known = HandoffRequestForm.given(id)
                .flatMap(given -> programs.stream()
                        .filter(may)
                        .map(ProgramRow::programId)
                        .filter(program -> program.value().equals(given))
                        .findFirst());
        return known.map(queries::program).orElse(null);
    }

    private Map<String, String> names(List<ProgramRow> programs) {
        return programs.stream()
                .collect(toMap(
                        program -> program.programId().value(),
                        program -> program.name() + " (" + facts.agency(program.agency()) + ")",
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Map<String, String> open(ProgramPage page) {
        return page.milestones().stream()
                .filter(row -> !row.closed())
                .collect(toMap(
                        row -> row.milestoneId().value(),
                        row -> row.title() + ", on file for " + DateWords.onFile(row),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
