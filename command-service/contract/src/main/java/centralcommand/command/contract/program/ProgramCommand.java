package centralcommand.command.contract.program;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a program's life. */
public sealed interface ProgramCommand extends Command {
    /** Most agencies that support one program. */
    int MOST_AGENCIES = 50;

    ProgramId programId();

    /**
     * Asks to take a program under watch; the czar's office approves it.
     *
     * @param performer who does the work
     * @param leadAgency the agency that answers for the record; a registered code, and the sender's own
     * @param leadOrganization the body that truly leads, where another one does ("EXIM, via Commerce"); must be registered
     * @param supportingAgencies may report and confirm, no more
     * @param place state or country, possibly empty
     * @param startsOn first day of the period in which it started
     * @param startPrecision how exactly the start is known; needed with {@code startsOn}
     */
    record ProposeProgram(
            ProgramId programId,
            @Longest(Text.LINE) String name,
            @Longest(Text.LINE) String performer,
            Agency leadAgency,
            @Nullable OrganizationId leadOrganization,
            @JsonProperty(defaultValue = "[]") List<Agency> supportingAgencies,
            LineOfEffort lineOfEffort,
            Stage stage,
            @Longest(Text.LINE) @Nullable String place,
            @Nullable LocalDate startsOn,
            @Nullable Precision startPrecision,
            String description,
            @JsonUnwrapped Stated stated)
            implements ProgramCommand {

        public ProposeProgram {
            name = Text.required("name", name, Text.LINE);
            performer = Text.required("performer", performer, Text.LINE);
            description = Text.required("description", description, Text.PARAGRAPH);
            supportingAgencies = supportingAgencies == null ? List.of() : agencies(supportingAgencies);
            place = Text.bounded("place", place, Text.LINE);
            startsOn = Days.optional("startsOn", startsOn);
        }
    }

    /** Asks, for the czar's office, to take a proposed program on. */
    record ApproveProgram(ProgramId programId) implements ProgramCommand {}

    /** Asks to change what is said of a program; what is left out stays as it is. */
    record AmendProgram(
            ProgramId programId,
            @Longest(Text.LINE) @Nullable String name,
            @Longest(Text.LINE) @Nullable String performer,
            @Nullable OrganizationId leadOrganization,
            @Nullable List<Agency> supportingAgencies,
            @Nullable LineOfEffort lineOfEffort,
            @Nullable Stage stage,
            @Longest(Text.LINE) @Nullable String place,
            @Nullable String description,
            @JsonUnwrapped Stated stated)
            implements ProgramCommand {

        public AmendProgram {
            name = Text.boundedName("name", name, Text.LINE);
            performer = Text.boundedName("performer", performer, Text.LINE);
            supportingAgencies = supportingAgencies == null ? null : agencies(supportingAgencies);
            place = Text.bounded("place", place, Text.LINE);
            description = Text.boundedName("description", description, Text.PARAGRAPH);
        }
    }

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

    /**
     * Records that a body of rules binds a program, or binds it no longer.
     *
     * @param citation what says so
     */
    record DeclareRegime(ProgramId programId, Regime regime, Binding binding, String citation)
            implements ProgramCommand {
        public DeclareRegime {
            citation = Text.required("citation", citation, Text.PARAGRAPH);
        }
    }

    private static List<Agency> agencies(List<Agency> agencies) {
        if (agencies.size() > MOST_AGENCIES) {
            throw new IllegalArgumentException(
                    "supportingAgencies has " + agencies.size() + " codes: give at most " + MOST_AGENCIES + ".");
        }
        return agencies.stream().distinct().toList();
    }
}
