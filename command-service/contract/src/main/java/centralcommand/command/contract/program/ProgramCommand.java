package centralcommand.command.contract.program;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a program's life. */
public sealed interface ProgramCommand extends Command {
    ProgramId programId();

    /**
     * Asks to take a program under watch; the czar's office approves it.
     *
     * @param performer who does the work
     * @param leadAgency the agency that answers for the record; a registered code, and the sender's own
     * @param leadOrganization the body that truly leads, where another one does ("EXIM, via COMMERCE"); must be registered
     * @param supportingAgencies may report and confirm, no more
     * @param place state or country, possibly empty
     * @param startsOn first day of the period in which it started
     * @param startPrecision how exactly the start is known; needed with {@code startsOn}
     */
    record ProposeProgram(
            ProgramId programId,
            String name,
            String performer,
            Agency leadAgency,
            @Nullable OrganizationId leadOrganization,
            List<Agency> supportingAgencies,
            LineOfEffort lineOfEffort,
            Stage stage,
            @Nullable String place,
            @Nullable LocalDate startsOn,
            @Nullable Precision startPrecision,
            String description,
            @JsonUnwrapped Stated stated)
            implements ProgramCommand {

        public ProposeProgram {
            name = Text.required("name", name, Text.LINE);
            performer = Text.required("performer", performer, Text.LINE);
            description = Text.required("description", description, Text.PARAGRAPH);
            supportingAgencies = supportingAgencies == null ? List.of() : List.copyOf(supportingAgencies);
        }
    }

    /** Asks, for the czar's office, to take a proposed program on. */
    record ApproveProgram(ProgramId programId) implements ProgramCommand {}

    /** Asks to change what is said of a program; what is left out stays as it is. */
    record AmendProgram(
            ProgramId programId,
            @Nullable String name,
            @Nullable String performer,
            @Nullable OrganizationId leadOrganization,
            @Nullable List<Agency> supportingAgencies,
            @Nullable LineOfEffort lineOfEffort,
            @Nullable Stage stage,
            @Nullable String place,
            @Nullable String description,
            @JsonUnwrapped Stated stated)
            implements ProgramCommand {}

    /** Asks to halt a program; its milestones are shown as paused. */
    record SuspendProgram(ProgramId programId, String reason) implements ProgramCommand {
        public SuspendProgram {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }

    /** Asks to go on with a suspended program. */
    record ResumeProgram(ProgramId programId, String reason) implements ProgramCommand {
        public ResumeProgram {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }

    /** Asks to end a program for good; its open milestones are shown as withdrawn. */
    record CancelProgram(ProgramId programId, String reason) implements ProgramCommand {
        public CancelProgram {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }
}
