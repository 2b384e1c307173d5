package centralcommand.standalone.sample;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said of milestones after their first date. Causes come in the source's words, so their code stays blank. */
final class ReportRows {
    private ReportRows() {}

    private enum ReportKind {
        FORECAST,
        ACTUAL,
        UNCERTAIN,
        CANCELLED
    }

    static List<Step> steps(Row row, Folder folder) throws UnusableCellException {
        MilestoneId milestoneId = row.as("milestone_id", MilestoneId::new);
        ProgramId programId = new ProgramId(folder.programOf(row));
        Agency agency = folder.leadOf(programId.value(), "milestone_id");
        LocalDate statedOn = folder.statedOn(row, row.day("reported_on"), programId.value());
        Precision precision = row.optionalCode("precision", Precision.class);
        String asStated = row.optional("as_stated");
        String narrative = row.optional("cause");
        CauseBasis basis = row.optionalCode("cause_basis", CauseBasis.class);
        ScheduleCommand command = switch (row.code("report_kind", ReportKind.class)) {
            case FORECAST -> {
                blank(row, "actual_date");
                yield new ReportForecast(
                        programId,
                        milestoneId,
                        day(row, "forecast_date"),
                        precision,
                        asStated,
                        null,
                        basis,
                        narrative,
                        folder.stated(row, statedOn, null));
            }
            case ACTUAL -> {
                blank(row, "forecast_date");
                LocalDate reached = day(row, "actual_date");
                yield new ReportActual(
                        programId,
                        milestoneId,
                        reached,
                        precision,
                        asStated,
                        null,
                        basis,
                        narrative,
                        folder.sourceOf(row),
                        folder.stated(row, statedOn, reached.equals(statedOn) ? null : reached));
            }
            case UNCERTAIN -> {
                blank(row, "forecast_date");
                blank(row, "actual_date");
                yield new ReportDoubt(
                        programId,
                        milestoneId,
                        asStated,
                        null,
                        basis,
                        narrative == null ? row.text("as_stated") : narrative,
                        folder.stated(row, statedOn, null));
            }
            case CANCELLED ->
                throw new UnusableCellException(
                        "report_kind",
                        "CANCELLED has no command: a milestone ends with its program, by cancel-program.");
        };
        return List.of(new Step(
                agency,
                milestoneId.value(),
                command,
                Step.dayOf(statedOn),
                row,
                Set.of(),
                Set.of(milestoneId.value()),
                Step.Then.NOTHING));
    }

    private static LocalDate day(Row row, String column) throws UnusableCellException {
        @Nullable LocalDate day = row.day(column);
        if (day == null) {
            throw new UnusableCellException(column, "is empty: this kind of report carries the date.");
        }
        return day;
    }

    private static void blank(Row row, String column) throws UnusableCellException {
        if (row.optional(column) != null) {
            throw new UnusableCellException(column, "is filled: this kind of report carries no such date.");
        }
    }
}
