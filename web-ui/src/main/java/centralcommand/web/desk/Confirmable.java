package centralcommand.web.desk;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether "unchanged" can be said of a milestone at all. */
final class Confirmable {
    private static final String PASSED =
            "Its date has passed: say that it was reached, give a new date, or say that it is in doubt.";

    private Confirmable() {}

    /** Why the line cannot be ticked, as a sentence that says what to do; null where it can. */
    static @Nullable String reasonAgainst(MilestoneRow row, LocalDate today) {
        return switch (row.status()) {
            case NO_REPORT -> PASSED;
            case NO_DATE -> "No date is on file that could stand unchanged: give one.";
            case PAUSED -> "Its program is suspended: reports wait until the czar's office resumes it.";
            case WITHDRAWN -> "Its program has ended.";
            case ON_TRACK, LATE, DONE, DONE_LATE, IN_DOUBT -> {
                StatedDay onFile = Seen.onFile(row);
                boolean passed =
                        onFile != null && !row.inDoubt() && onFile.date().isBefore(today);
                yield passed ? PASSED : null;
            }
        };
    }
}
