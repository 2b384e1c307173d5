package centralcommand.web.desk;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Text;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** First baselines that wait for an approver of the agency: approve, or send back with a reason. */
@Controller
class BaselinePages {

    private static final String APPROVE = "approve-baseline";
    private static final int MOST_SHOWN = 50;

    private final DeskQueries queries;
    private final CommandApi commands;

    BaselinePages(DeskQueries queries, CommandApi commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /** A proposal, with the milestones it promises. */
    record Proposal(Decision decision, String programName, ProgramPage.@Nullable Baseline promise) {

        /** A day as it is promised. */
        public String words(PlannedMilestone milestone) {
            var promised = milestone.promised();
            return promised == null ? "no date" : DateWords.of(promised.date(), promised.precision());
        }
    }

    /** One of the two buttons, pressed. */
    record DecisionForm(
            @Nullable String commandId,

            @NotNull @Pattern(regexp = "[a-z0-9-]{1,64}", message = "This is not the id of a program.") @Nullable
            String programId,

            @NotNull @Nullable Integer baseline,

            @Size(max = Text.PARAGRAPH, message = "Shorten this to {max} characters.") @Nullable
            String reason,

            @Nullable String decision) {

        boolean returned() {
            return "return".equals(decision);
        }

        private String because() {
            return reason == null ? "" : reason.strip();
        }

        Command command() {
            ProgramId program = new ProgramId(Objects.requireNonNull(programId));
            int number = Objects.requireNonNull(baseline);
            return returned() ? new ReturnBaseline(program, number, because()) : new ApproveBaseline(program, number);
        }
    }

    @GetMapping("/desk/baselines")
    String baselines(@ModelAttribute("form") DecisionForm form, SignedIn signedIn, PointInTime at, Model model) {
        return page(form.commandId(), signedIn, at, model);
    }

    @PostMapping("/desk/baselines")
    String decide(
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        if (form.returned() && form.because().isEmpty()) {
            errors.rejectValue("reason", "NO_REASON", "Say in one sentence why it goes back.");
        }
        if (errors.hasErrors()) {
            return page(form.commandId(), signedIn, PointInTime.NOW, model);
        }
        String name = form.returned() ? "return-baseline" : APPROVE;
        return switch (commands.send(name, form.command(), CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                String sentence = "Baseline " + form.baseline() + " of " + form.programId()
                        + (form.returned()
                                ? " went back to its proposer."
                                : " is the promise that slips are measured against.");
                next.addFlashAttribute(
                        "receipt", ReceiptNotice.of(receipt, sentence).seenAt("/programs/" + form.programId()));
                yield "redirect:/desk/baselines?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield page(null, signedIn, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield page(form.commandId(), signedIn, PointInTime.NOW, model);
            }
        };
    }

    private String page(@Nullable String commandId, SignedIn signedIn, PointInTime at, Model model) {
        if (!signedIn.approver()) {
            throw new AccessDeniedException("Only an approver of the agency decides on its baselines.");
        }
        Inbox inbox = queries.inbox();
        List<Proposal> proposals = inbox.toDecide().stream()
                .filter(decision -> decision.command().equals(APPROVE))
                .limit(MOST_SHOWN)
                .map(this::proposal)
                .toList();
        model.addAttribute("proposals", proposals);
        model.addAttribute("commandId", CommandIds.of(commandId));
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, "/desk/baselines"));
        model.addAttribute("position", inbox.standpoint().position());
        return "desk/baselines";
    }

    private Proposal proposal(Decision decision) {
        ProgramPage program = queries.program(decision.programId());
        ProgramPage.Baseline promise = program.baselines().stream()
                .filter(baseline -> Integer.valueOf(baseline.baseline()).equals(decision.baseline()))
                .findFirst()
                .orElse(null);
        return new Proposal(decision, program.program().name(), promise);
    }
}
