package centralcommand.standalone.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** All that one data folder knows about who may sign in, ready to be put into the web context. */
public final class Identity {
    private final URI issuer;
    private final Set<URI> pages;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final Accounts accounts;
    private final RSAKey signingKey;
    private final String webUiSecret;

    private Identity(
            URI issuer,
            Set<URI> pages,
            Clock clock,
            PasswordEncoder encoder,
            Accounts accounts,
            RSAKey signingKey,
            String webUiSecret) {
        this.issuer = issuer;
        this.pages = Set.copyOf(pages);
        this.clock = clock;
        this.encoder = encoder;
        this.accounts = accounts;
        this.signingKey = signingKey;
        this.webUiSecret = webUiSecret;
    }

    /**
     * Opens the folder, and makes keys and secrets that are missing.
     *
     * @param issuer        the address of the pages, without a slash at the end
     * @param pages         every address by which people may come to the pages
     * @param sampleAllowed whether accounts whose passwords are public are let in
     */
    public static Identity open(Path folder, URI issuer, Set<URI> pages, Clock clock, boolean sampleAllowed) {
        try {
            OwnerOnlyFile.createFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PasswordEncoder encoder = Passwords.encoder();
        return new Identity(
                issuer,
                pages,
                clock,
                encoder,
                Accounts.open(folder.resolve("accounts.json"), encoder, clock, sampleAllowed),
                SigningKey.open(folder.resolve("signing-key.json")),
                WebUiClient.secret(folder.resolve("web-ui.secret")));
    }

    /** Adds the sample accounts that are not there yet. @return those whose names had been taken and that keep their own passwords */
    public List<String> addSampleAccounts() {
        return accounts.addSample(SampleAccount.ALL);
    }

    /** Makes the account {@code admin} if nobody could administer accounts otherwise. @return its password, kept nowhere */
    public Optional<String> ensureAdministrator() {
        return accounts.ensureAdministrator();
    }

    /** For whoever may restart the process and has lost the password. @return the new password of {@code admin}, kept nowhere */
    public String resetAdministrator() {
        return accounts.resetAdministrator();
    }

    /** Adds the authorization server to a context that has not been refreshed yet. */
    public void addTo(GenericApplicationContext web) {
        web.getBeanFactory().registerSingleton("identity", this);
        web.registerBean(IdentityConfiguration.class);
    }

    /** What services need to check tokens, and the pages to obtain them. @param reachedAt how the parts reach the authorization server */
    public Map<String, String> properties(URI reachedAt) {
        return Map.of(
                "central-command.identity.issuer",
                issuer.toString(),
                "central-command.identity.audience",
                TokenClaims.AUDIENCE,
                "central-command.identity.jwk-set-uri",
                reachedAt + "/oauth2/jwks",
                "central-command.identity.authorization-uri",
                "/oauth2/authorize",
                "central-command.identity.token-uri",
                reachedAt + "/oauth2/token",
                "central-command.identity.client-id",
                WebUiClient.ID,
                "central-command.identity.client-secret",
                webUiSecret);
    }

    URI issuer() {
        return issuer;
    }

    Clock clock() {
        return clock;
    }

    PasswordEncoder encoder() {
        return encoder;
    }

    Accounts accounts() {
        return accounts;
    }

    RSAKey signingKey() {
        return signingKey;
    }

    RegisteredClient webUi() {
        return WebUiClient.registration(pages, webUiSecret, encoder);
    }
}
