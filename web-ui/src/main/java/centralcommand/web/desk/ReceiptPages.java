package centralcommand.web.desk;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the officer leaves with: the entries that commands left, read from the ledger each time, so that reloading repeats nothing. */
@Controller
class ReceiptPages {

    private static final int MOST_COMMANDS = 100;
    private static final String FORECAST = "forecast-reported";

    private final DeskQueries queries;

    ReceiptPages(DeskQueries queries) {
        this.queries = queries;
    }

    /**
     * One recorded entry.
     *
     * @param pushes what its date does to those who wait, as it was when it was recorded; absent where it gives no date
     */
    record Recorded(
            EventRow entry, String standing, @Nullable Pushes pushes) {}

    @GetMapping("/desk/receipt")
    String receipt(
            @RequestParam(name = "command", defaultValue = "") List<String> commands,
            SignedIn signedIn,
            PointInTime at,
            HttpServletResponse response,
            Model model) {
        Inbox inbox = queries.inbox();
        List<Recorded> recorded = new ArrayList<>();
        for (String commandId : commands.stream().limit(MOST_COMMANDS).toList()) {
            queries.eventsOf(commandId).stream()
                    .filter(event -> event.status() != null)
                    .forEach(event -> recorded.add(recorded(event)));
        }
        if (recorded.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "none",
                    commands.isEmpty()
                            ? "This address names no command, so there is no entry to show."
                            : "There is no entry of this command that you may see.");
        }
        model.addAttribute("recorded", recorded);
        model.addAttribute("more", Math.max(0, commands.size() - MOST_COMMANDS));
        model.addAttribute("month", ReportPage.inWords(inbox.month()));
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, "/desk"));
        model.addAttribute("position", inbox.standpoint().position());
        return "desk/receipt";
    }

    private Recorded recorded(EventRow entry) {
        return new Recorded(entry, Desk.standing(entry), pushes(entry));
    }

    private @Nullable Pushes pushes(EventRow entry) {
        if (!entry.type().equals(FORECAST) || entry.milestoneId() == null) {
            return null;
        }
        String milestoneId = entry.milestoneId().value();
        StatedDay date = queries.inboxAt(entry.position()).toReport().stream()
                .filter(row -> row.milestoneId().value().equals(milestoneId))
                .map(MilestoneRow::forecast)
                .findFirst()
                .orElse(null);
        return date == null ? null : queries.pushesAt(entry.position(), milestoneId, date);
    }
}
