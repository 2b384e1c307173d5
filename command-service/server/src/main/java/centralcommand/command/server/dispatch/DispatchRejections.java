package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Role;
import java.util.Set;
import java.util.stream.Collectors;

/** Refusals before any rule of a feature is asked, in order of precedence. */
final class DispatchRejections {
    private DispatchRejections() {}

    static Rejection roleMissing(String command, Set<Role> wanted) {
        String roles = wanted.stream().sorted().map(Role::name).collect(Collectors.joining(" or "));
        return Rejection.permission(
                "ROLE_MISSING",
                "Only %s may send %s, and your account is not. Ask somebody who is.".formatted(roles, command));
    }

    static Rejection agencyMissing(String command) {
        return Rejection.permission(
                "AGENCY_MISSING",
                "%s is sent for an agency, and your account names none. Ask your administrator to add it."
                        .formatted(command));
    }
}
