package centralcommand.command.contract.capacity;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import centralcommand.command.contract.shared.Tonnes;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about tonnes. */
public sealed interface CapacityCommand extends Command {

    /** Most figures that one figure may contain. */
    int MOST_INCLUDED = 100;

    /**
     * Asks to record what a plant is to make or can make.
     *
     * @param tonnesPerYear of the material at the stage
     * @param year calendar year from which it holds; absent where not stated
     * @param includes figures that this one already contains
     * @param supersedes the older figure that this one takes the place of
     */
    record PledgeCapacity(
            ProgramId programId,
            CapacityId capacityId,
            Material material,
            Stage stage,
            Tonnes tonnesPerYear,
            @Nullable Integer year,
            CapacityKind kind,
            @JsonProperty(defaultValue = "[]") List<CapacityId> includes,
            @Nullable CapacityId supersedes,
            @Nullable String note,
            @JsonUnwrapped Stated stated)
            implements CapacityCommand {
        public PledgeCapacity {
            includes = includes == null ? List.of() : List.copyOf(includes);
            if (includes.size() > MOST_INCLUDED) {
                throw new IllegalArgumentException(
                        "includes has " + includes.size() + " figures: give at most " + MOST_INCLUDED + ".");
            }
            note = Text.bounded("note", note, Text.PARAGRAPH);
            CalendarYear.require(year);
        }
    }

    /**
     * Reports what a plant made in a calendar year.
     *
     * @param tonnes made of the material at the stage in the whole year
     */
    record ReportProduction(
            ProgramId programId,
            CapacityId capacityId,
            Material material,
            Stage stage,
            Tonnes tonnes,
            int year,
            @Nullable String note,
            @JsonUnwrapped Stated stated)
            implements CapacityCommand {
        public ReportProduction {
            note = Text.bounded("note", note, Text.PARAGRAPH);
            CalendarYear.require(year);
        }
    }

    /**
     * Asks, for the czar's office, to set a national figure; sent again under the same id it takes the place of the older one.
     *
     * @param year calendar year; absent where not stated
     * @param tonnesPerYear absent where the goal has no tonnage
     * @param basis what it rests on, in words
     */
    record SetCapacityTarget(
            TargetId targetId,
            Material material,
            Stage stage,
            @Nullable Integer year,
            @Nullable Tonnes tonnesPerYear,
            TargetKind kind,
            String basis,
            @JsonUnwrapped Stated stated)
            implements CapacityCommand {
        public SetCapacityTarget {
            basis = Text.required("basis", basis, Text.PARAGRAPH);
            CalendarYear.require(year);
        }
    }
}
