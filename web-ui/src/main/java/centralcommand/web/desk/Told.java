package centralcommand.web.desk;

import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.Pushes;
import centralcommand.web.desk.ReportCheck.Change;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is read back to the officer before it is sent.
 *
 * @param before the date on file
 * @param after what will be on file instead
 * @param why cause and sentence
 * @param source of this line, with its marking where there is one
 * @param pushes what a new date does to those who wait; absent where no new date is given
 */
record Told(
        MilestoneRow row,
        String before,
        String after,
        String why,
        String source,
        @Nullable Pushes pushes) {

    static Told of(Change change, @Nullable Pushes pushes) {
        String before = DateWords.onFile(change.row());
        return switch (change.command()) {
            case ReportForecast c ->
                new Told(
                        change.row(),
                        before,
                        period(c.date(), c.precision()),
                        why(c.cause(), c.narrative()),
                        source(c.stated()),
                        pushes);
            case ReportDoubt c ->
                new Told(
                        change.row(),
                        before,
                        "In doubt, and no new date",
                        why(c.cause(), c.narrative()),
                        source(c.stated()),
                        pushes);
            case ReportActual c ->
                new Told(
                        change.row(),
                        before,
                        "Reached: " + period(c.date(), c.precision()) + ". Evidence: " + c.evidence(),
                        why(c.cause(), c.narrative()),
                        source(c.stated()),
                        pushes);
        };
    }

    private static String period(LocalDate date, @Nullable Precision given) {
        Precision precision = given == null ? Precision.DAY : given;
        LocalDate last = precision.last(date);
        String words = DateWords.of(last, precision);
        return precision == Precision.DAY || precision == Precision.FISCAL_YEAR
                ? words
                : words + ", kept as " + DateWords.of(last, Precision.DAY);
    }

    private static String why(@Nullable Cause cause, @Nullable String narrative) {
        String words = narrative == null ? "" : narrative;
        if (cause == null) {
            return words.isEmpty() ? "No cause given." : words;
        }
        return words.isEmpty() ? DateWords.FACTS.name(cause) + "." : DateWords.FACTS.name(cause) + ": " + words;
    }

    private static String source(Stated stated) {
        String source = stated.source() == null || stated.source().isBlank() ? "No source given" : stated.source();
        return stated.marking() == null || stated.marking() == Marking.NONE
                ? source
                : source + " (" + DateWords.FACTS.name(stated.marking()) + ")";
    }
}
