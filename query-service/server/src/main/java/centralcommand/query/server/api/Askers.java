package centralcommand.query.server.api;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.server.view.Asker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads from a token who asks. A role that is not known here gives nothing. */
final class Askers {
    private static final OAuth2Error NO_ASKER =
            new OAuth2Error("invalid_token", "The token names no subject, or no agency that could be one.", null);

    private Askers() {}

    /** Lets no token pass that {@link #of} could not read. */
    static OAuth2TokenValidatorResult validate(Jwt token) {
        try {
            of(token);
            return OAuth2TokenValidatorResult.success();
        } catch (IllegalArgumentException e) {
            return OAuth2TokenValidatorResult.failure(NO_ASKER);
        }
    }

    static Asker of(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new IllegalArgumentException("The token names no subject.");
        }
        String agency = token.getClaimAsString("agency");
        List<String> claimed = token.getClaimAsStringList("roles");
        Set<Role> roles = (claimed == null ? List.<String>of() : claimed)
                .stream().map(Role::claimed).flatMap(Optional::stream).collect(Collectors.toSet());
        return new Asker(subject, agency == null || agency.isBlank() ? null : new Agency(agency), roles);
    }
}
