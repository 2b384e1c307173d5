package centralcommand.command.server.decision;

import centralcommand.command.contract.clearance.Viewer;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param subject of the signed-in account
 * @param agency acted for; none for the czar's office
 */
public record Actor(String subject, @Nullable Agency agency, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean actsFor(Agency other) {
        return other.equals(agency);
    }

    public Viewer viewer() {
        return new Viewer(agency, roles);
    }
}
