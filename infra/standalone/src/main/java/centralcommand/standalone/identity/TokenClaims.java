package centralcommand.standalone.identity;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts agency and roles into every token, as they are at this moment: a refresh takes up what an administrator changed, and
 * ends for an account that was disabled.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    static final String AUDIENCE = "central-command";

    private final Accounts accounts;

    TokenClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Account account = Optional.<Authentication>ofNullable(context.getPrincipal())
                .flatMap(principal -> accounts.active(principal.getName()))
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "The account may not be used.", null)));
        context.getClaims()
                .claim("roles", account.roles().stream().map(Role::name).toList());
        Agency agency = account.agency();
        if (agency != null) {
            context.getClaims().claim("agency", agency.code());
        }
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
    }
}
