package centralcommand.command.contract.clearance;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is shown, or by whom it is acted on.
 *
 * @param agency whose agency's entries are seen before they are released; none for the czar's office
 */
public record Viewer(@Nullable Agency agency, Set<Role> roles) {
    public Viewer {
        roles = Set.copyOf(roles);
    }
}
