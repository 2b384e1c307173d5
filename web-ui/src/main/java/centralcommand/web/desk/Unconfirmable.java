package centralcommand.web.desk;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why "unchanged" cannot be said of a milestone. */
enum Unconfirmable {
    PASSED(
            true,
            "Needs a word",
            "its date has passed",
            "Its date has passed: say that it was reached, give a new date, or say that it is in doubt."),
    UNDATED(true, "Needs a date", "none is on file", "No date is on file that could stand unchanged: give one."),
    SUSPENDED(
            false,
            "Suspended",
            "its program is suspended",
            "Its program is suspended: reports wait until the czar's office resumes it."),
    ENDED(false, "Ended", "its program has ended", "Its program has ended, so nothing more is reported of it.");

    private final boolean reportable;
    private final String label;
    private final String reason;
    private final String sentence;

    Unconfirmable(boolean reportable, String label, String reason, String sentence) {
        this.reportable = reportable;
        this.label = label;
        this.reason = reason;
        this.sentence = sentence;
    }

    /** Whether something else can be said of it instead. */
    public boolean reportable() {
        return reportable;
    }

    /** What stands in the place of the tick. */
    public String label() {
        return label;
    }

    /** The reason in a few words. */
    public String reason() {
        return reason;
    }

    /** The reason as a sentence that says what to do. */
    public String sentence() {
        return sentence;
    }

    /** Why this row cannot be ticked; null where it can. */
    static @Nullable Unconfirmable of(MilestoneRow row, LocalDate today) {
        return switch (row.status()) {
            case NO_REPORT -> PASSED;
            case NO_DATE -> UNDATED;
            case PAUSED -> row.work() != null && row.work().pause() != null ? ofOpen(row, today) : SUSPENDED;
            case WITHDRAWN -> ENDED;
            case ON_TRACK, LATE, DONE, DONE_LATE, IN_DOUBT -> ofOpen(row, today);
        };
    }

    private static @Nullable Unconfirmable ofOpen(MilestoneRow row, LocalDate today) {
        StatedDay onFile = Seen.onFile(row);
        if (row.inDoubt()) {
            return null;
        }
        if (onFile == null) {
            return UNDATED;
        }
        return onFile.date().isBefore(today) ? PASSED : null;
    }
}
