package centralcommand.web.rebaseline;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.RebaselineCommand.ApproveRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.DeclineRebaseline;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Text;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.Baseline;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.api.QueryApi;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The czar's office decides on a request for other dates, by a determination on the record. */
@Controller
class DecisionPages {
    private static final String SHORTEN = "Shorten this to {max} characters.";

    private final QueryApi queries;
    private final CommandApi commands;

    DecisionPages(QueryApi queries, CommandApi commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /** One of the two buttons, pressed. */
    record DecisionForm(
            @Nullable String commandId,

            @NotBlank(message = "Say what was considered and why you decide so.")
            @Size(max = Text.PARAGRAPH, message = SHORTEN)
            @Nullable
            String determination,

            @NotBlank(message = "Say whom you consulted, or that you consulted nobody.")
            @Size(max = Text.PARAGRAPH, message = SHORTEN)
            @Nullable
            String consulted,

            @Size(max = Text.PARAGRAPH, message = SHORTEN) @Nullable
            String dissent,

            @Nullable String decision) {

        boolean approves() {
            return "approve".equals(decision);
        }

        Command command(ProgramId program, int number) {
            String determined = Objects.requireNonNull(determination).strip();
            String heard = Objects.requireNonNull(consulted).strip();
            String against = dissent == null || dissent.isBlank() ? null : dissent.strip();
            return approves()
                    ? new ApproveRebaseline(program, number, determined, heard, against)
                    : new DeclineRebaseline(program, number, determined, heard, against);
        }
    }

    @GetMapping("/programs/{programId:[a-z0-9-]{1,64}}/rebaseline/{number:\\d{1,9}}")
    String form(
            @PathVariable String programId,
            @PathVariable int number,
            @ModelAttribute("form") DecisionForm form,
            SignedIn person,
            PointInTime at,
            Model model) {
        return page(programId, number, form.commandId(), person, at, model);
    }

    @PostMapping("/programs/{programId:[a-z0-9-]{1,64}}/rebaseline/{number:\\d{1,9}}")
    String decide(
            @PathVariable String programId,
            @PathVariable int number,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            SignedIn person,
            Model model,
            RedirectAttributes next) {
        if (!form.approves() && !"decline".equals(form.decision())) {
            errors.reject("NO_DECISION", "Approve the request or decline it.");
        }
        if (errors.hasErrors()) {
            return page(programId, number, form.commandId(), person, PointInTime.NOW, model);
        }
        ProgramId program = new ProgramId(programId);
        String name = form.approves() ? "approve-rebaseline" : "decline-rebaseline";
        return switch (commands.send(name, form.command(program, number), CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute(
                        "receipt",
                        ReceiptNotice.of(
                                receipt,
                                form.approves()
                                        ? "The dates of request " + number
                                                + " are the promise from now on; the first promise stands beside them."
                                        : "Request " + number + " is declined, and the promise stands as it was."));
                yield "redirect:/programs/" + program + "?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield page(programId, number, null, person, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield page(programId, number, form.commandId(), person, PointInTime.NOW, model);
            }
        };
    }

    private String page(
            String programId, int number, @Nullable String commandId, SignedIn person, PointInTime at, Model model) {
        if (!person.czar()) {
            throw new AccessDeniedException("Only the czar's office decides on a request for other dates.");
        }
        ProgramPage page = queries.get("/api/programs/{programId}", Map.of("programId", programId), ProgramPage.class);
        Baseline asked = page.baselines().stream()
                .filter(baseline -> baseline.baseline() == number && baseline.request() != null)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no request " + number + " that you may see."));
        model.addAttribute("page", page);
        model.addAttribute("asked", asked);
        model.addAttribute("changeable", !at.past() && asked.status().equals("PROPOSED"));
        model.addAttribute("commandId", CommandIds.of(commandId));
        model.addAttribute("position", page.standpoint().position());
        return "rebaseline/decide";
    }
}
