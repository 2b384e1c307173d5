package centralcommand.web.desk;

import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people say them: "second quarter of 2027" rather than its last day. */
final class DateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
    private static final String[] QUARTERS = {"first", "second", "third", "fourth"};

    private DateWords() {}

    static String of(StatedDay stated) {
        return of(stated.date(), stated.precision());
    }

    /** The period that ends on the day. */
    static String of(LocalDate last, Precision precision) {
        int year = last.getYear();
        return switch (precision) {
            case DAY -> DAY.format(last);
            case MONTH -> MONTH.format(last);
            case QUARTER -> QUARTERS[(last.getMonthValue() - 1) / 3] + " quarter of " + year;
            case SEASON -> season(last);
            case HALF -> (last.getMonthValue() <= 6 ? "first" : "second") + " half of " + year;
            case EARLY_YEAR -> "early " + year;
            case MID_YEAR -> "mid-" + year;
            case LATE_YEAR -> "late " + year;
            case YEAR -> Integer.toString(year);
            case FISCAL_YEAR -> "fiscal year ending " + DAY.format(last);
        };
    }

    private static String season(LocalDate last) {
        int year = last.getYear();
        return switch (last.getMonthValue()) {
            case 5 -> "spring " + year;
            case 8 -> "summer " + year;
            case 11 -> "autumn " + year;
            default -> "winter " + (year - 1) + "–" + year % 100;
        };
    }

    /** The date on file of a milestone, or that there is none. */
    static String onFile(MilestoneRow row) {
        StatedDay onFile = Seen.onFile(row);
        if (onFile == null) {
            return "no date on file";
        }
        return of(onFile) + (row.inDoubt() ? ", in doubt" : "");
    }

    /** How a precision is offered for choice. */
    static String choice(Precision precision) {
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
