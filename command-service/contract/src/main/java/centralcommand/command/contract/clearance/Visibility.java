package centralcommand.command.contract.clearance;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see an entry: the one rule that commands, pages, streams and exports go by. */
public final class Visibility {
    private static final Set<Marking> KEPT_TO_AGENCY_AND_CZAR = EnumSet.of(Marking.PRE_DECISIONAL, Marking.PROPRIETARY);

    private Visibility() {}

    /**
     * Whether an entry is released by being recorded: an agency may have said so, and the czar's office has no approver to wait for.
     *
     * @param agency for which it was submitted; none for the czar's office
     * @param policyThen the agency's policy at the position before the entry's
     */
    public static boolean releasedWhenRecorded(@Nullable Agency agency, ReleasePolicy policyThen) {
        return agency == null || policyThen == ReleasePolicy.AT_ONCE;
    }

    /**
     * Whether an entry is shown to a viewer, and may be acted on by them. One that was withdrawn stays inside its agency, as one that
     * was never released. The system knows what the czar's office knows.
     *
     * @param agency for which it was submitted; none for the czar's office
     */
    public static boolean shows(Viewer viewer, @Nullable Agency agency, boolean released, Marking marking) {
        if (viewer.roles().contains(Role.AUDITOR) || (agency != null && agency.equals(viewer.agency()))) {
            return true;
        }
        boolean office = viewer.roles().contains(Role.CZAR) || viewer.roles().contains(Role.SYSTEM);
        return released && (office || !KEPT_TO_AGENCY_AND_CZAR.contains(marking));
    }
}
