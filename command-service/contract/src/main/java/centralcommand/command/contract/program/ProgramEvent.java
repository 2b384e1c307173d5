package centralcommand.command.contract.program;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole life of a program. */
public sealed interface ProgramEvent extends Event {
    ProgramId programId();

    /** An agency has put a program forward; see {@link ProgramCommand.ProposeProgram} for the fields. */
    record ProgramProposed(
            ProgramId programId,
            String name,
            String performer,
            Agency leadAgency,
            @Nullable OrganizationId leadOrganization,
            List<Agency> supportingAgencies,
            LineOfEffort lineOfEffort,
            Stage stage,
            String place,
            @Nullable LocalDate startsOn,
            @Nullable Precision startPrecision,
            String description,
            Provenance provenance)
            implements ProgramEvent, Event.Entry {

        public ProgramProposed {
            supportingAgencies = supportingAgencies == null ? List.of() : List.copyOf(supportingAgencies);
        }
    }

    /** The czar's office has taken the program on. */
    record ProgramApproved(ProgramId programId) implements ProgramEvent {}

    /** What is said of the program has changed; what is absent stays as it was. */
    record ProgramAmended(
            ProgramId programId,
            @Nullable String name,
            @Nullable String performer,
            @Nullable OrganizationId leadOrganization,
            @Nullable List<Agency> supportingAgencies,
            @Nullable LineOfEffort lineOfEffort,
            @Nullable Stage stage,
            @Nullable String place,
            @Nullable String description,
            Provenance provenance)
            implements ProgramEvent, Event.Entry {}

    /** Work is halted, for the reason given. */
    record ProgramSuspended(ProgramId programId, String reason) implements ProgramEvent {}

    /** Work goes on. */
    record ProgramResumed(ProgramId programId, String reason) implements ProgramEvent {}

    /** The program has ended for good. */
    record ProgramCancelled(ProgramId programId, String reason) implements ProgramEvent {}

    /** A body of rules binds the program from now on, or no longer. */
    record RegimeDeclared(ProgramId programId, Regime regime, Binding binding, String citation)
            implements ProgramEvent {}
}
