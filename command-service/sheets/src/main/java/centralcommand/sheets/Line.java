package centralcommand.sheets;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One milestone in a sheet.
 *
 * @param row its number in the sheet, the header being 1
 * @param dateOnFile in the words of the pages, as it was when the sheet was written
 * @param word what is said of the milestone; absent where nothing is
 * @param version of the program's record when the sheet was written
 */
public record Line(
        int row,
        ProgramId programId,
        String program,
        MilestoneId milestoneId,
        String milestone,
        String dateOnFile,
        @Nullable Word word,
        @Nullable LocalDate date,
        @Nullable Precision precision,
        String asStated,
        @Nullable Cause cause,
        @Nullable CauseBasis causeBasis,
        String narrative,
        String evidence,
        String source,
        @Nullable LocalDate statedOn,
        @Nullable Confidence confidence,
        @Nullable Marking marking,
        long version) {

    /** A milestone as it is offered to be filled in: nothing is said of it yet. */
    public static Line blank(
            int row,
            ProgramId programId,
            String program,
            MilestoneId milestoneId,
            String milestone,
            String dateOnFile,
            long version) {
        return new Line(
                row,
                programId,
                program,
                milestoneId,
                milestone,
                dateOnFile,
                null,
                null,
                null,
                "",
                null,
                null,
                "",
                "",
                "",
                null,
                null,
                null,
                version);
    }

    /**
     * The command that the row asks for.
     *
     * @param file names the sheet, to be told beside the row's own source
     * @throws IllegalStateException if the row says nothing
     */
    public ScheduleCommand command(String file) {
        Stated stated = new Stated(
                statedOn,
                null,
                source.isEmpty() ? file : source + " [" + file + "]",
                confidence,
                marking,
                Channel.IMPORTED);
        return switch (word) {
            case null -> throw new IllegalStateException("Row " + row + " says nothing.");
            case CONFIRM -> new ConfirmUnchanged(List.of(new ConfirmUnchanged.Line(programId, milestoneId)), stated);
            case FORECAST ->
                new ReportForecast(
                        programId,
                        milestoneId,
                        Objects.requireNonNull(date),
                        precision,
                        absentIfEmpty(asStated),
                        cause,
                        causeBasis,
                        absentIfEmpty(narrative),
                        stated);
            case DOUBT ->
                new ReportDoubt(programId, milestoneId, absentIfEmpty(asStated), cause, causeBasis, narrative, stated);
            case ACTUAL ->
                new ReportActual(
                        programId,
                        milestoneId,
                        Objects.requireNonNull(date),
                        precision,
                        absentIfEmpty(asStated),
                        cause,
                        causeBasis,
                        absentIfEmpty(narrative),
                        evidence,
                        stated);
        };
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What stands in a cell of this row. */
    String text(Column column) {
        Object value = switch (column) {
            case PROGRAM_ID -> programId;
            case PROGRAM -> program;
            case MILESTONE_ID -> milestoneId;
            case MILESTONE -> milestone;
            case DATE_ON_FILE -> dateOnFile;
            case WORD -> word;
            case DATE -> date;
            case PRECISION -> precision;
            case AS_STATED -> asStated;
            case CAUSE -> cause;
            case CAUSE_BASIS -> causeBasis;
            case NARRATIVE -> narrative;
            case EVIDENCE -> evidence;
            case SOURCE -> source;
            case STATED_ON -> statedOn;
            case CONFIDENCE -> confidence;
            case MARKING -> marking;
            case VERSION -> version;
        };
        return value == null ? "" : value.toString();
    }

    @Nullable
    LocalDate day(Column column) {
        return column == Column.DATE ? date : column == Column.STATED_ON ? statedOn : null;
    }
}
