package centralcommand.standalone.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The pages as a client: a person signs in here, and the pages act for that person for as long as the working day. */
final class WebUiClient {
    static final String ID = "web-ui";
    /** Where the pages take the code; the last part is the name they give to their identity provider. */
    private static final String CODE_PATH = "/login/oauth2/code/central-command";

    private static final String SIGNED_OUT_PATH = "/signed-out";
    private static final Duration FOR_PEOPLE = Duration.ofMinutes(15);
    private static final Duration WORKING_DAY = Duration.ofHours(12);

    private WebUiClient() {}

    /** The secret between the pages and this authorization server, made once for each data folder. */
    static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnlyFile.write(file, Passwords.random().getBytes(StandardCharsets.UTF_8));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RegisteredClient registration(Set<URI> addresses, String secret, PasswordEncoder encoder) {
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientName("Central Command")
                .clientSecret(String.valueOf(encoder.encode(secret)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> addresses.forEach(address -> uris.add(address + CODE_PATH)))
                .postLogoutRedirectUris(uris -> addresses.forEach(address -> uris.add(address + SIGNED_OUT_PATH)))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(FOR_PEOPLE)
                        .refreshTokenTimeToLive(WORKING_DAY)
                        .build())
                .build();
    }
}
