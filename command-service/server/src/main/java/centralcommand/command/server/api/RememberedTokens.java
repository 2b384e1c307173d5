package centralcommand.command.server.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks the signature of a token once a minute and not with every command. Whether it is still in its time is looked at each time; a key
 * that the identity provider has withdrawn is noticed within the minute. Tokens that do not hold are not remembered.
 */
final class RememberedTokens implements JwtDecoder {
    private static final int MOST = 10_000;
    private static final Duration FOR = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> timestamps;
    private final Cache<String, Jwt> decoded =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps) {
        this.decoder = decoder;
        this.timestamps = timestamps;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = decoded.getIfPresent(token);
        if (known == null) {
            known = decoder.decode(token);
            decoded.put(token, known);
            return known;
        }
        OAuth2TokenValidatorResult result = timestamps.validate(known);
        if (result.hasErrors()) {
            decoded.invalidate(token);
            throw new JwtValidationException("The token is not in its time.", result.getErrors());
        }
        return known;
    }
}
