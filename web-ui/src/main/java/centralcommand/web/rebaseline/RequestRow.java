package centralcommand.web.rebaseline;

import centralcommand.command.contract.schedule.PromiseLock;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.Baseline;
import centralcommand.query.contract.program.ProgramPage.Request;
import centralcommand.web.rebaseline.RequestForm.Line;
import centralcommand.web.time.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A milestone of the program, as the form lists it.
 *
 * @param why its promise cannot be moved now; empty where another date may be asked for
 */
record RequestRow(MilestoneRow milestone, String id, String why) {

    static List<RequestRow> of(ProgramPage page, Wording wording) {
        LocalDate today = page.standpoint().today();
        return page.milestones().stream()
                .map(row -> new RequestRow(row, row.milestoneId().value(), why(row, page, today, wording)))
                .toList();
    }

    private static String why(MilestoneRow row, ProgramPage page, LocalDate today, Wording wording) {
        StatedDay current = row.currentBaseline();
        if (row.actual() != null) {
            return "It was reached, so there is nothing left to promise.";
        }
        if (current == null) {
            return "No date is promised for it. Report a forecast instead.";
        }
        Optional<Integer> asked = undecided(row, page);
        if (asked.isPresent()) {
            return "Another date is asked for already, by number " + asked.get() + ", which is not decided yet.";
        }
        return PromiseLock.holds(current.date(), today)
                ? "Locked until " + wording.day(current.date())
                        + ": a promise may not be moved in its last 30 days. Report a forecast or a doubt, on any day."
                : "";
    }

    private static Optional<Integer> undecided(MilestoneRow row, ProgramPage page) {
        return page.baselines().stream()
                .filter(baseline -> baseline.status().equals("PROPOSED"))
                .filter(baseline -> Optional.ofNullable(baseline.request()).map(Request::dates).stream()
                        .flatMap(List::stream)
                        .anyMatch(change -> Objects.equals(change.milestoneId(), row.milestoneId())))
                .map(Baseline::baseline)
                .findFirst();
    }

    /** Whether another date may be asked for. */
    public boolean open() {
        return why.isEmpty();
    }

    /** Name of a field of this row in the form. */
    public String field(String field) {
        return Line.name(id, field);
    }
}
