package centralcommand.command.contract.capacity;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Tonnes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is ever said of tonnes; see {@link CapacityCommand} for the fields. */
public sealed interface CapacityEvent extends Event.Entry {

    /** A plant is to make, can make or was designed to make this much. */
    record CapacityPledged(
            ProgramId programId,
            CapacityId capacityId,
            Material material,
            Stage stage,
            Tonnes tonnesPerYear,
            @Nullable Integer year,
            CapacityKind kind,
            List<CapacityId> includes,
            @Nullable CapacityId supersedes,
            String note,
            Provenance provenance)
            implements CapacityEvent {
        public CapacityPledged {
            includes = includes == null ? List.of() : List.copyOf(includes);
        }
    }

    /** A plant made this much in the year. */
    record ProductionReported(
            ProgramId programId,
            CapacityId capacityId,
            Material material,
            Stage stage,
            Tonnes tonnes,
            int year,
            String note,
            Provenance provenance)
            implements CapacityEvent {}

    /** A national figure stands. */
    record CapacityTargetSet(
            TargetId targetId,
            Material material,
            Stage stage,
            @Nullable Integer year,
            @Nullable Tonnes tonnesPerYear,
            TargetKind kind,
            String basis,
            Provenance provenance)
            implements CapacityEvent {}
}
