package centralcommand.web;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The web application started the way it is started alone, once for all tests, beside stub services. */
public final class RunningWeb {

    static final StubIdentityProvider IDENTITY;
    public static final StubService COMMANDS;
    public static final StubService QUERIES;
    public static final String ADDRESS;

    static {
        try {
            IDENTITY = new StubIdentityProvider();
            COMMANDS = new StubService();
            QUERIES = new StubService();
        } catch (IOException | JOSEException broken) {
            throw new ExceptionInInitializerError(broken);
        }
        var context = (ServletWebServerApplicationContext) WebApplication.builder()
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--central-command.identity.issuer=" + IDENTITY.address(),
                        "--central-command.identity.authorization-uri=" + IDENTITY.address() + "/authorize",
                        "--central-command.identity.token-uri=" + IDENTITY.address() + "/token",
                        "--central-command.identity.jwk-set-uri=" + IDENTITY.address() + "/keys",
                        "--central-command.identity.client-secret=test-only",
                        "--central-command.command-api=" + COMMANDS.address(),
                        "--central-command.query-api=" + QUERIES.address());
        ADDRESS = "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    private RunningWeb() {}

    public static Browser browser() {
        return new Browser(ADDRESS, IDENTITY);
    }
}
