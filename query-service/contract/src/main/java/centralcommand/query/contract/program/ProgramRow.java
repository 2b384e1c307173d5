package centralcommand.query.contract.program;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One program in a list.
 *
 * @param datedMilestones milestones with a date
 * @param worstSlipDays largest slip against an original baseline, moves within precision left out
 */
public record ProgramRow(
        ProgramId programId,
        String name,
        String performer,
        ProgramStatus status,
        Agency agency,
        String leadOrganization,
        List<Agency> supportingAgencies,
        LineOfEffort lineOfEffort,
        Stage stage,
        String place,
        int milestones,
        int datedMilestones,
        @Nullable Long worstSlipDays,
        long version) {}
