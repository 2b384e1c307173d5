package centralcommand.web.desk;

import centralcommand.query.contract.board.MilestoneRow;
import org.jspecify.annotations.Nullable;

/** Whether "unchanged" can be said of a milestone at all. */
final class Confirmable {
    private Confirmable() {}

    /** Why the line cannot be ticked, as a sentence that says what to do; null where it can. */
    static @Nullable String reasonAgainst(MilestoneRow row) {
        return switch (row.status()) {
            case NO_REPORT ->
                "Its date has passed: say that it was reached, give a new date, or say that it is in doubt.";
            case NO_DATE -> "No date is on file that could stand unchanged: give one.";
            case WITHDRAWN -> "Its program has ended.";
            case ON_TRACK, LATE, DONE, DONE_LATE, IN_DOUBT, PAUSED -> null;
        };
    }
}
