package centralcommand.command.server.api;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who sends, as the token says. Roles that mean nothing here are passed over: identity providers have others too. */
record Sender(String subject, @Nullable Agency agency, List<Role> roles) {
    static Sender of(Jwt token) {
        String agency = token.getClaimAsString("agency");
        List<String> roles = token.getClaimAsStringList("roles");
        return new Sender(
                Objects.requireNonNull(token.getSubject(), "The decoder takes no token without a subject."),
                agency == null || agency.isBlank() ? null : new Agency(agency),
                roles == null
                        ? List.of()
                        : roles.stream()
                                .map(Role::claimed)
                                .flatMap(Optional::stream)
                                .toList());
    }
}
