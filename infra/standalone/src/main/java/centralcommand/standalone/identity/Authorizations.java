package centralcommand.standalone.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The sign-ins that are still alive, in memory: a restart asks people to sign in again. Spring's own keeps every token
 * ever given; here what has expired is dropped, and a script's token, which nothing is ever asked about, is not kept.
 */
final class Authorizations implements OAuth2AuthorizationService {
    private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    Authorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        Instant now = clock.instant();
        byId.values().removeIf(kept -> lastExpiry(kept).map(now::isAfter).orElse(false));
        byId.put(authorization.getId(), authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return byId.values().stream()
                .filter(kept -> holds(kept, token, tokenType))
                .findAny()
                .orElse(null);
    }

    int size() {
        return byId.size();
    }

    private static boolean holds(OAuth2Authorization kept, String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return token.equals(kept.getAttribute(OAuth2ParameterNames.STATE)) || kept.getToken(token) != null;
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> token.equals(kept.getAttribute(OAuth2ParameterNames.STATE));
            case OAuth2ParameterNames.CODE -> is(kept.getToken(OAuth2AuthorizationCode.class), token);
            case OAuth2ParameterNames.ACCESS_TOKEN -> is(kept.getToken(OAuth2AccessToken.class), token);
            case OAuth2ParameterNames.REFRESH_TOKEN -> is(kept.getToken(OAuth2RefreshToken.class), token);
            case OidcParameterNames.ID_TOKEN -> is(kept.getToken(OidcIdToken.class), token);
            default -> false;
        };
    }

    private static boolean is(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> kept, String token) {
        return kept != null && kept.getToken().getTokenValue().equals(token);
    }

    private static Optional<Instant> lastExpiry(OAuth2Authorization kept) {
        return Stream.of(
                        kept.getToken(OAuth2AuthorizationCode.class),
                        kept.getToken(OAuth2AccessToken.class),
                        kept.getToken(OAuth2RefreshToken.class))
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getExpiresAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
