package centralcommand.web.desk;

import centralcommand.command.contract.clearance.ClearanceCommand.CertifyPeriod;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Certifying a month: what is missing is said before the approver puts the agency's name under it. */
@Controller
class CertifyPages {

    private static final int MONTHS_OFFERED = 3;

    private final DeskQueries queries;
    private final CommandApi commands;

    CertifyPages(DeskQueries queries, CommandApi commands) {
        this.queries = queries;
        this.commands = commands;
    }

    record CertifyForm(@Nullable String commandId, @Nullable YearMonth month) {}

    @GetMapping("/desk/certify")
    String certify(@ModelAttribute("form") CertifyForm form, SignedIn signedIn, PointInTime at, Model model) {
        return page(form.commandId(), signedIn, at, model);
    }

    @PostMapping("/desk/certify")
    String certify(
            @ModelAttribute("form") CertifyForm form,
            BindingResult errors,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        YearMonth month = form.month();
        if (month == null) {
            errors.rejectValue("month", "NO_MONTH", "Choose the month.");
            return page(form.commandId(), signedIn, PointInTime.NOW, model);
        }
        Agency agency = new Agency(Objects.requireNonNull(signedIn.agency()));
        var command = new CertifyPeriod(agency, month);
        return switch (commands.send("certify-period", command, CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                String sentence = "The report of " + agency + " for " + ReportPage.inWords(month) + " is certified.";
                next.addFlashAttribute("receipt", ReceiptNotice.of(receipt, sentence));
                yield "redirect:/desk/certify?minPosition=" + receipt.position();
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
            throw new AccessDeniedException("Only an approver of the agency certifies.");
        }
        Inbox inbox = queries.inbox();
        model.addAttribute("months", months(inbox));
        model.addAttribute("month", ReportPage.inWords(inbox.month()));
        model.addAttribute("silent", silent(inbox, signedIn));
        model.addAttribute("waiting", inbox.toRelease().size());
        model.addAttribute(
                "certified", inbox.certified().stream().map(ReportPage::inWords).toList());
        model.addAttribute("commandId", CommandIds.of(commandId));
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, "/desk/certify"));
        model.addAttribute("position", inbox.standpoint().position());
        return "desk/certify";
    }

    /** The month that is due and the ones before it, as far as they are not certified. */
    private static Map<String, String> months(Inbox inbox) {
        Map<String, String> months = new LinkedHashMap<>();
        for (int back = 0; back < MONTHS_OFFERED; back++) {
            YearMonth month = inbox.month().minusMonths(back);
            if (!inbox.certified().contains(month)) {
                months.put(month.toString(), ReportPage.inWords(month));
            }
        }
        return months;
    }

    /** Milestones that the agency leads and of which nobody has said anything in the month that is due. */
    private static List<MilestoneRow> silent(Inbox inbox, SignedIn signedIn) {
        return inbox.toReport().stream()
                .filter(row -> row.agency().code().equals(signedIn.agency()))
                .filter(row -> !ReportPage.heardIn(row, inbox.month()))
                .toList();
    }
}
