package centralcommand.command.server.decision;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import java.util.List;

/**
 * What rules about dates and tonnes need to know of their program.
 *
 * @param supporting as far as the actor may know
 */
public record ProgramStanding(ProgramId programId, ProgramStatus status, Agency lead, List<Agency> supporting) {
    public ProgramStanding {
        supporting = List.copyOf(supporting);
    }

    /** Staff of the lead agency may say everything of a program. */
    public boolean ledBy(Actor actor) {
        return actor.actsFor(lead);
    }

    /** Staff of a supporting agency may report and confirm. */
    public boolean reportedBy(Actor actor) {
        return ledBy(actor) || supporting.stream().anyMatch(actor::actsFor);
    }
}
