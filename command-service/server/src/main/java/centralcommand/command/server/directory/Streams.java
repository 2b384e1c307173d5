package centralcommand.command.server.directory;

import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import java.util.Locale;

/** Names of streams: the kind, then the id. Stored for ever. */
public final class Streams {
    private Streams() {}

    public static String of(ProgramId id) {
        return "program/" + id;
    }

    public static String of(FundingId id) {
        return "funding/" + id;
    }

    public static String of(HandoffId id) {
        return "handoff/" + id;
    }

    public static String of(ClosureId id) {
        return "closure/" + id;
    }

    public static String of(TargetId id) {
        return "target/" + id;
    }

    public static String of(OrganizationId id) {
        return "organization/" + id;
    }

    /** The stream of what an agency released, withdrew, corrected and certified. */
    public static String clearanceOf(Agency agency) {
        return "clearance/" + agency.code().toLowerCase(Locale.ROOT);
    }

    /** The stream of what was refused to one account. */
    public static String refusalsOf(String actor) {
        return "refusals/" + actor;
    }
}
