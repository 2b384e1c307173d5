package centralcommand.web.desk;

import centralcommand.command.contract.clearance.ClearanceCommand.WithdrawEntry;
import centralcommand.command.contract.shared.Text;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of one's own words: entries, with the way to take one back before it is released, and refusals. */
@Controller
class EntryPages {

    private final DeskQueries queries;
    private final CommandApi commands;

    EntryPages(DeskQueries queries, CommandApi commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /** An entry of the list, with where it stands. */
    record Entry(EventRow event, String standing, boolean withdrawable) {}

    /** Taking an entry back. */
    record WithdrawForm(
            long position,
            @Nullable String commandId,

            @NotBlank(message = "Say in one sentence why you take it back.")
            @Size(max = Text.PARAGRAPH, message = "Shorten this to {max} characters.")
            @Nullable
            String reason) {}

    @GetMapping("/desk/entries")
    String entries(SignedIn signedIn, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        List<Entry> entries = inbox.submitted().stream()
                .map(event ->
                        new Entry(event, Desk.standing(event), !at.past() && event.status() == EntryStatus.SUBMITTED))
                .toList();
        model.addAttribute("entries", entries);
        return page("desk/entries", "/desk/entries", inbox, signedIn, at, model);
    }

    @GetMapping("/desk/refusals")
    String refusals(SignedIn signedIn, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        model.addAttribute("refusals", inbox.refusals());
        return page("desk/refusals", "/desk/refusals", inbox, signedIn, at, model);
    }

    @GetMapping("/desk/withdraw")
    String withdraw(@ModelAttribute("form") WithdrawForm form, SignedIn signedIn, PointInTime at, Model model) {
        return withdrawPage(form.position(), form.commandId(), signedIn, at, model);
    }

    @PostMapping("/desk/withdraw")
    String withdraw(
            @Valid @ModelAttribute("form") WithdrawForm form,
            BindingResult errors,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors() || form.reason() == null) {
            return withdrawPage(form.position(), form.commandId(), signedIn, PointInTime.NOW, model);
        }
        var command = new WithdrawEntry(form.position(), form.reason());
        return switch (commands.send("withdraw-entry", command, CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute(
                        "receipt",
                        ReceiptNotice.of(
                                receipt, "Entry " + form.position() + " is taken back; nobody will release it."));
                yield "redirect:/desk/entries?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield withdrawPage(form.position(), null, signedIn, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield withdrawPage(form.position(), form.commandId(), signedIn, PointInTime.NOW, model);
            }
        };
    }

    private String withdrawPage(
            long position, @Nullable String commandId, SignedIn signedIn, PointInTime at, Model model) {
        EventRow entry = queries.event(position);
        model.addAttribute("entry", entry);
        model.addAttribute("standing", Desk.standing(entry));
        model.addAttribute("commandId", CommandIds.of(commandId));
        return page("desk/withdraw", "/desk/entries", queries.inbox(), signedIn, at, model);
    }

    private static String page(
            String template, String section, Inbox inbox, SignedIn signedIn, PointInTime at, Model model) {
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, section));
        model.addAttribute("position", inbox.standpoint().position());
        return template;
    }
}
