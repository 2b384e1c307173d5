package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * One end of a link: a milestone of a program, a program as a whole, or an outside party.
 *
 * @param programId the program; absent for an outside party
 * @param milestoneId a milestone of that program, where one is meant
 * @param externalParty an outside party, named; absent for a program
 */
public record LinkEnd(
        @Nullable ProgramId programId,
        @Nullable MilestoneId milestoneId,
        @Longest(Text.LINE) @Nullable String externalParty) {

    public LinkEnd {
        externalParty = externalParty == null ? null : Text.required("externalParty", externalParty, Text.LINE);
        if ((programId == null) == (externalParty == null)) {
            throw new IllegalArgumentException("An end of a link is either a programId or an externalParty: give one.");
        }
        if (milestoneId != null && programId == null) {
            throw new IllegalArgumentException("A milestoneId needs the programId that it belongs to.");
        }
    }
}
