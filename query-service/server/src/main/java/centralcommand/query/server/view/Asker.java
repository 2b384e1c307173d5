package centralcommand.query.server.view;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.server.portfolio.Audience;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one who asks, as their token says. */
public record Asker(String subject, @Nullable Agency agency, Set<Role> roles) {
    public Asker {
        roles = Set.copyOf(roles);
    }

    public Audience audience() {
        return Audience.of(agency, roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
