package centralcommand.standalone.identity;

import java.time.Duration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The pages, and every account as a script that may ask for a token of its own. A name nobody has is answered with a
 * client whose secret nobody knows: the same work and the same refusal as for a wrong password, so that names cannot be
 * guessed from either.
 */
final class Clients implements RegisteredClientRepository {
    private static final TokenSettings FOR_SCRIPTS = TokenSettings.builder()
            .accessTokenTimeToLive(Duration.ofMinutes(60))
            .build();

    private final RegisteredClient webUi;
    private final Accounts accounts;
    private final String unknownHash;

    Clients(RegisteredClient webUi, Accounts accounts, PasswordEncoder encoder) {
        this.webUi = webUi;
        this.accounts = accounts;
        this.unknownHash = String.valueOf(encoder.encode(Passwords.random()));
    }

    /** Called only to store a hash that was made again at another cost; hashes are changed by administrators alone. */
    @Override
    public void save(RegisteredClient registeredClient) {
        throw new UnsupportedOperationException("Accounts are changed through their administration");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(WebUiClient.ID)) {
            return webUi;
        }
        String hash = accounts.active(clientId).map(Account::passwordHash).orElse(unknownHash);
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(hash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(FOR_SCRIPTS)
                .build();
    }
}
