package centralcommand.query.server.told;

import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.CapacityKind;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Tonnes;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shipped sample portfolio as facts, everything released; each milestone in a baseline of its own. */
public final class Sample {
    private static final Path FOLDER = Path.of("../../infra/standalone/sample");

    private final History history = new History();
    private final Map<String, NamedCsvRecord> programs = new HashMap<>();
    private final Map<String, String> programOf = new HashMap<>();
    private final Map<String, Integer> baselines = new HashMap<>();
    private final Map<Agency, List<Long>> entries = new HashMap<>();

    private Sample() {
        rows("programs").forEach(this::program);
        rows("milestones").forEach(this::milestone);
        rows("milestone_updates").forEach(this::update);
        rows("funding").forEach(this::funding);
        rows("capacity").forEach(this::capacity);
        rows("targets").forEach(this::target);
        rows("dependencies").forEach(this::link);
        entries.forEach((agency, positions) -> history.says(
                History.approver(agency.code().toLowerCase(Locale.ROOT) + ".approver", agency),
                new EntriesReleased(agency, positions)));
    }

    public static History history() {
        return new Sample().history;
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file + ".csv"))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void program(NamedCsvRecord row) {
        ProgramId id = new ProgramId(row.getField("program_id"));
        programs.put(id.value(), row);
        says(
                id.value(),
                new ProgramProposed(
                        id,
                        row.getField("name"),
                        row.getField("performer"),
                        new Agency(row.getField("lead_agency")),
                        null,
                        Arrays.stream(row.getField("supporting_agencies").split(";"))
                                .filter(code -> !code.isBlank())
                                .map(Agency::new)
                                .toList(),
                        LineOfEffort.valueOf(row.getField("line_of_effort")),
                        Stage.valueOf(row.getField("stage")),
                        row.getField("state_or_country"),
                        null,
                        null,
                        row.getField("description"),
                        provenance(row, row.getField("stated_on"))));
        history.says(History.CZAR, new ProgramApproved(id));
    }

    private void milestone(NamedCsvRecord row) {
        String program = row.getField("program_id");
        ProgramId id = new ProgramId(program);
        programOf.put(row.getField("milestone_id"), program);
        int number = baselines.merge(program, 1, Integer::sum);
        LocalDate date = day(row.getField("baseline_date"));
        says(
                program,
                new BaselineProposed(
                        id,
                        number,
                        "the earliest statement found",
                        List.of(new PlannedMilestone(
                                new MilestoneId(row.getField("milestone_id")),
                                row.getField("title"),
                                date,
                                date == null ? null : Precision.valueOf(row.getField("precision")),
                                row.getField("as_stated"),
                                MilestoneKind.OTHER,
                                null)),
                        provenance(row, row.getField("baseline_stated_on"))));
        history.says(History.CZAR, new BaselineApproved(id, number));
    }

    private void update(NamedCsvRecord row) {
        MilestoneId id = new MilestoneId(row.getField("milestone_id"));
        String program = String.valueOf(programOf.get(id.value()));
        ProgramId programId = new ProgramId(program);
        String basis = row.getField("cause_basis");
        CauseBasis causeBasis = basis.isBlank() ? null : CauseBasis.valueOf(basis);
        Provenance provenance = provenance(row, row.getField("reported_on"));
        ScheduleEvent event = switch (row.getField("report_kind")) {
            case "FORECAST" ->
                new ForecastReported(
                        programId,
                        id,
                        stated(row, "forecast_date"),
                        null,
                        causeBasis,
                        row.getField("cause"),
                        provenance);
            case "ACTUAL" ->
                new ActualReported(
                        programId,
                        id,
                        stated(row, "actual_date"),
                        null,
                        causeBasis,
                        row.getField("cause"),
                        "evidence",
                        provenance);
            default ->
                new DoubtReported(
                        programId, id, row.getField("as_stated"), null, causeBasis, row.getField("cause"), provenance);
        };
        says(program, event);
    }

    private static StatedDate stated(NamedCsvRecord row, String column) {
        return new StatedDate(
                LocalDate.parse(row.getField(column)),
                Precision.valueOf(row.getField("precision")),
                row.getField("as_stated"));
    }

    private void funding(NamedCsvRecord row) {
        String program = row.getField("program_id");
        String amount = row.getField("amount_usd");
        says(
                program,
                new FundingRecorded(
                        new FundingId(row.getField("line_id")),
                        new ProgramId(program),
                        Instrument.valueOf(row.getField("instrument")),
                        row.getField("agency"),
                        row.getField("authority"),
                        amount.isBlank() ? null : Money.usd(amount),
                        FundingColumn.valueOf(row.getField("column")),
                        row.getField("status"),
                        row.getField("column_basis"),
                        row.getField("replaces").isBlank() ? null : new FundingId(row.getField("replaces")),
                        row.getField("part_of").isBlank() ? null : new FundingId(row.getField("part_of")),
                        row.getField("note"),
                        provenance(row, row.getField("date"))));
    }

    private void capacity(NamedCsvRecord row) {
        String program = row.getField("program_id");
        CapacityId id = new CapacityId(row.getField("capacity_id"));
        Material material = Material.valueOf(row.getField("material"));
        Stage stage = Stage.valueOf(row.getField("stage"));
        Tonnes tonnes = new Tonnes(new BigDecimal(row.getField("tonnes_per_year")));
        Integer year = year(row.getField("expected_year"));
        Provenance provenance = provenance(row, row.getField("stated_on"));
        if (row.getField("kind").equals("ACTUAL") && year != null) {
            says(
                    program,
                    new ProductionReported(
                            new ProgramId(program),
                            id,
                            material,
                            stage,
                            tonnes,
                            year,
                            row.getField("note"),
                            provenance));
            return;
        }
        says(
                program,
                new CapacityPledged(
                        new ProgramId(program),
                        id,
                        material,
                        stage,
                        tonnes,
                        year,
                        CapacityKind.valueOf(row.getField("kind")),
                        Arrays.stream(row.getField("includes").split(";"))
                                .filter(part -> !part.isBlank())
                                .map(CapacityId::new)
                                .toList(),
                        row.getField("supersedes").isBlank() ? null : new CapacityId(row.getField("supersedes")),
                        row.getField("note"),
                        provenance));
    }

    private void target(NamedCsvRecord row) {
        String tonnes = row.getField("tonnes_per_year");
        history.says(
                History.CZAR,
                new CapacityTargetSet(
                        new TargetId(row.getField("target_id")),
                        Material.valueOf(row.getField("material")),
                        Stage.valueOf(row.getField("stage")),
                        year(row.getField("year")),
                        tonnes.isBlank() ? null : new Tonnes(new BigDecimal(tonnes)),
                        TargetKind.valueOf(row.getField("kind")),
                        row.getField("basis"),
                        provenance(row, "")));
    }

    private void link(NamedCsvRecord row) {
        String to = row.getField("to_program");
        says(
                to,
                new MilestonesLinked(
                        new ProgramId(to),
                        new LinkId(row.getField("dependency_id")),
                        end(
                                row.getField("from_program"),
                                row.getField("from_milestone"),
                                row.getField("external_party")),
                        end(to, row.getField("to_milestone"), ""),
                        LinkKind.valueOf(row.getField("kind")),
                        null,
                        null,
                        row.getField("note"),
                        provenance(row, row.getField("stated_on"))));
    }

    private static LinkEnd end(String program, String milestone, String party) {
        return new LinkEnd(
                program.isBlank() ? null : new ProgramId(program),
                milestone.isBlank() ? null : new MilestoneId(milestone),
                party.isBlank() ? null : party);
    }

    private void says(String program, Event event) {
        NamedCsvRecord row = programs.get(program);
        Agency agency = new Agency(row == null ? "COMMERCE" : row.getField("lead_agency"));
        Authorship by = History.staff(agency.code().toLowerCase(Locale.ROOT), agency);
        entries.computeIfAbsent(agency, key -> new ArrayList<>()).add(history.says(by, event));
    }

    private static Provenance provenance(NamedCsvRecord row, String statedOn) {
        LocalDate day = day(statedOn);
        return new Provenance(
                day == null ? LocalDate.of(2020, 1, 1) : day,
                null,
                row.getField("source_id"),
                Confidence.valueOf(row.getField("confidence")),
                Marking.NONE,
                Channel.IMPORTED);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isBlank() ? null : LocalDate.parse(text);
    }

    private static @Nullable Integer year(String text) {
        return text.isBlank() ? null : Integer.valueOf(text);
    }
}
