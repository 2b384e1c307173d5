package centralcommand.web.desk;

import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.Wording;
import java.time.LocalDate;

/** Dates as the desk reads them back to an officer, in the words of every other page. */
public final class DateWords {
    static final FactWording FACTS = new FactWording(new Wording());

    private DateWords() {}

    static String of(StatedDay stated) {
        return FACTS.day(stated);
    }

    /** The period that ends on the day. */
    public static String of(LocalDate last, Precision precision) {
        return FACTS.period(last, precision);
    }

    /** The date on file of a milestone, or that there is none. */
    public static String onFile(MilestoneRow row) {
        StatedDay onFile = Seen.onFile(row);
        if (onFile == null) {
            return "no date on file";
        }
        return of(onFile) + (row.inDoubt() ? ", in doubt" : "");
    }

    /** How a precision is offered for choice. */
    public static String choice(Precision precision) {
        return switch (precision) {
            case DAY -> "Exact day";
            case MONTH -> "Month";
            case QUARTER -> "Quarter";
            case SEASON -> "Season";
            case HALF -> "Half-year";
            case EARLY_YEAR -> "Early in the year (by Mar 31)";
            case MID_YEAR -> "Middle of the year (by Jun 30)";
            case LATE_YEAR -> "Late in the year (by Dec 31)";
            case YEAR -> "Calendar year";
            case FISCAL_YEAR -> "Fiscal year (give its last day)";
        };
    }
}
