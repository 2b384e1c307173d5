package centralcommand.standalone.sample;

import centralcommand.command.contract.capacity.CapacityCommand;
import centralcommand.command.contract.capacity.CapacityCommand.PledgeCapacity;
import centralcommand.command.contract.capacity.CapacityCommand.ReportProduction;
import centralcommand.command.contract.capacity.CapacityCommand.SetCapacityTarget;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.CapacityKind;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Tonnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tonnes: what plants plan, can make and made, and the national figures they are held against. */
final class CapacityRows {
    private static final String MADE = "ACTUAL";

    private CapacityRows() {}

    static List<Step> pledges(Row row, Folder folder) throws UnusableCellException {
        CapacityId capacityId = row.as("capacity_id", CapacityId::new);
        ProgramId programId = row.as("program_id", ProgramId::new);
        Agency agency = folder.leadOf(programId.value(), "program_id");
        boolean made = MADE.equals(row.optional("kind"));
        LocalDate own = row.day("stated_on");
        LocalDate statedOn = made
                ? folder.statedOn(row, own, endOf(row.year("expected_year")))
                : folder.statedOn(row, own, programId.value());
        CapacityId supersedes = row.optionalAs("supersedes", CapacityId::new);
        CapacityCommand command = made
                ? production(row, folder, programId, capacityId, statedOn)
                : new PledgeCapacity(
                        programId,
                        capacityId,
                        row.code("material", Material.class),
                        row.code("stage", Stage.class),
                        tonnes(row),
                        row.year("expected_year"),
                        row.code("kind", CapacityKind.class),
                        row.listAs("includes", CapacityId::new),
                        supersedes,
                        row.optional("note"),
                        folder.stated(row, statedOn, null));
        Set<String> needs = new HashSet<>(Set.of(programId.value()));
        if (supersedes != null) {
            needs.add(supersedes.value());
        }
        return List.of(new Step(
                agency,
                capacityId.value(),
                command,
                Step.dayOf(statedOn),
                row,
                Set.of(capacityId.value()),
                needs,
                Step.Then.NOTHING));
    }

    /** What was made in a year is stated at its end at the earliest. */
    private static @Nullable LocalDate endOf(@Nullable Integer year) {
        return year == null ? null : LocalDate.of(year, Month.DECEMBER, 31);
    }

    static List<Step> targets(Row row, Folder folder) throws UnusableCellException {
        TargetId targetId = row.as("target_id", TargetId::new);
        LocalDate statedOn = folder.statedOn(row);
        SetCapacityTarget command = new SetCapacityTarget(
                targetId,
                row.code("material", Material.class),
                row.code("stage", Stage.class),
                row.year("year"),
                row.number("tonnes_per_year") == null ? null : tonnes(row),
                row.code("kind", TargetKind.class),
                row.text("basis"),
                folder.stated(row, statedOn, null));
        return List.of(new Step(
                null,
                targetId.value(),
                command,
                Step.dayOf(statedOn),
                row,
                Set.of(targetId.value()),
                Set.of(),
                Step.Then.NOTHING));
    }

    private static ReportProduction production(
            Row row, Folder folder, ProgramId programId, CapacityId capacityId, @Nullable LocalDate statedOn)
            throws UnusableCellException {
        Integer year = row.year("expected_year");
        if (year == null) {
            throw new UnusableCellException("expected_year", "is empty: what was made was made in a year.");
        }
        for (String column : List.of("includes", "supersedes")) {
            if (row.optional(column) != null) {
                throw new UnusableCellException(column, "is filled: what was made neither includes nor supersedes.");
            }
        }
        return new ReportProduction(
                programId,
                capacityId,
                row.code("material", Material.class),
                row.code("stage", Stage.class),
                tonnes(row),
                year,
                row.optional("note"),
                folder.stated(row, statedOn, null));
    }

    private static Tonnes tonnes(Row row) throws UnusableCellException {
        BigDecimal number = row.number("tonnes_per_year");
        if (number == null) {
            throw new UnusableCellException("tonnes_per_year", "is empty.");
        }
        return new Tonnes(number);
    }
}
