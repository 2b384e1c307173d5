package centralcommand.web.desk;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.State;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is asked of the agency and what is promised to it, each with its next act. */
@Controller
class HandoffDeskPages {

    private static final String LIST = "/desk/handoffs";

    private final DeskQueries queries;
    private final CommandApi commands;

    HandoffDeskPages(DeskQueries queries, CommandApi commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /** One hand-off as its agency sees it: whether it is the agency's turn, and what it may do. */
    record Line(Promise promise, boolean ourTurn, List<HandoffAct> acts) {}

    @GetMapping(LIST)
    String list(SignedIn signedIn, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        String agency = Objects.requireNonNull(signedIn.agency());
        List<Line> open = inbox.handoffs().stream()
                .filter(promise -> promise.state() != State.DECLINED && promise.state() != State.CONFIRMED)
                .map(promise -> new Line(
                        promise,
                        promise.toAct() != null && promise.toAct().code().equals(agency),
                        at.past() ? List.of() : HandoffAct.of(promise, agency)))
                .toList();
        model.addAttribute(
                "given",
                open.stream()
                        .filter(line -> line.promise().fromAgency().code().equals(agency))
                        .toList());
        model.addAttribute(
                "received",
                open.stream()
                        .filter(line -> line.promise().toAgency().code().equals(agency)
                                && !line.promise().fromAgency().code().equals(agency))
                        .toList());
        model.addAttribute(
                "over",
                inbox.handoffs().stream()
                        .filter(promise -> promise.state() == State.DECLINED || promise.state() == State.CONFIRMED)
                        .toList());
        return frame("desk/handoffs", inbox, signedIn, at, model);
    }

    @GetMapping(LIST + "/act")
    String act(@ModelAttribute("form") HandoffActForm form, SignedIn signedIn, PointInTime at, Model model) {
        return form(form, form.commandId(), signedIn, at, model);
    }

    @PostMapping(LIST + "/act")
    String act(
            @Valid @ModelAttribute("form") HandoffActForm form,
            BindingResult errors,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        HandoffAct act = act(form);
        form.missing(act).forEach((field, sentence) -> errors.rejectValue(field, "MISSING", sentence));
        if (errors.hasErrors()) {
            return form(form, form.commandId(), signedIn, PointInTime.NOW, model);
        }
        HandoffId id = new HandoffId(Objects.requireNonNull(form.handoffId()));
        return switch (commands.send(act.command(), form.command(act, id), CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute(
                        "receipt",
                        ReceiptNotice.of(receipt, act.done() + " The other side sees it once it is released."));
                yield "redirect:" + LIST + "?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(
                        refused,
                        errors,
                        Map.of("reason", "words", "narrative", "words", "evidence", "words", "note", "words"));
                yield form(form, null, signedIn, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield form(form, form.commandId(), signedIn, PointInTime.NOW, model);
            }
        };
    }

    private static HandoffAct act(HandoffActForm form) {
        return Arrays.stream(HandoffAct.values())
                .filter(act -> act.name().equals(form.act()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String form(
            HandoffActForm form, @Nullable String commandId, SignedIn signedIn, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        Promise promise = inbox.handoffs().stream()
                .filter(each -> each.handoffId().value().equals(form.handoffId()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("promise", promise);
        model.addAttribute("act", act(form));
        model.addAttribute("precisions", ReportPage.PRECISIONS);
        model.addAttribute("causes", ReportPage.CAUSES);
        model.addAttribute("commandId", CommandIds.of(commandId));
        return frame("desk/handoff", inbox, signedIn, at, model);
    }

    private static String frame(String template, Inbox inbox, SignedIn signedIn, PointInTime at, Model model) {
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, LIST));
        model.addAttribute("position", inbox.standpoint().position());
        return template;
    }
}
