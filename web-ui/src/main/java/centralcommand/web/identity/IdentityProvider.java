package centralcommand.web.identity;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people sign in. Everything is given, nothing discovered: the provider may be this very process, which cannot be asked
 * before it has started.
 *
 * @param issuer           the exact {@code iss} of its tokens
 * @param authorizationUri where the browser is sent; a path alone means the same host that served the page
 * @param endSessionUri    where the browser is sent to sign out there too; absent where this application's session is the
 *                         provider's as well
 */
@Validated
@ConfigurationProperties("central-command.identity")
record IdentityProvider(
        @NotBlank String issuer,
        @NotBlank String authorizationUri,
        @NotBlank String tokenUri,
        @NotBlank String jwkSetUri,
        @Nullable String endSessionUri,
        @DefaultValue("web-ui") String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("openid") List<String> scopes) {

    /** The provider's scheme, host and port where it is not the host that serves the pages. */
    Optional<String> origin() {
        URI address = URI.create(authorizationUri);
        return address.getScheme() == null
                ? Optional.empty()
                : Optional.of(address.getScheme() + "://" + address.getRawAuthority());
    }
}
