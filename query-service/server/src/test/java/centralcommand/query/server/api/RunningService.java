package centralcommand.query.server.api;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.command.contract.catalog.EventCatalog.StoredName;
import centralcommand.command.contract.shared.Role;
import centralcommand.ledger.Commit;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.sqlite.SqliteLedger;
import centralcommand.query.server.QueryApplication;
import centralcommand.query.server.portfolio.Fact;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service started alone, beside an identity provider that only hands out its keys. */
final class RunningService implements AutoCloseable {
    private static final String ISSUER = "https://identity.test";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MovableClock clock = new MovableClock();
    private final SqliteLedger ledger;
    private final EventCodec codec = codec();
    private final RSAKey key;
    private final HttpServer keys;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param settings beside the usual ones, such as {@code central-command.ledger.key-file=…} */
    RunningService(Path folder, String... settings) throws Exception {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/keys", exchange -> {
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        context = QueryApplication.builder()
                .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", clock))
                .run(Stream.concat(
                                Stream.of(
                                        "server.port=0",
                                        "central-command.ledger=" + folder.resolve("ledger.db"),
                                        "central-command.identity.issuer=" + ISSUER,
                                        "central-command.identity.jwk-set-uri=http://127.0.0.1:"
                                                + keys.getAddress().getPort() + "/keys"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static EventCodec codec() {
        return new EventCodec(
                JSON,
                EventNames.of(EventCatalog.EVENTS.stream()
                        .collect(Collectors.toMap(
                                StoredName::type, stored -> new EventNames.Name(stored.name(), stored.revision())))));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Appends the facts at the times they carry, each as a commit of its own, and returns the last position. */
    long record(List<Fact<?>> facts) {
        for (Fact<?> fact : facts) {
            clock.now = fact.recordedAt().isAfter(clock.now) ? fact.recordedAt() : clock.now;
            ledger.append(Commit.of(codec.encode(
                    fact.stream(),
                    fact.sequence(),
                    "event-" + fact.position(),
                    fact.event(),
                    fact.by().toMetadata())));
        }
        return ledger.head();
    }

    Instant now() {
        return clock.now;
    }

    void at(Instant now) {
        clock.now = now;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    String token(String subject, @Nullable String agency, Role... roles) {
        return token(subject, agency, "central-command", clock.now.plus(Duration.ofMinutes(30)), roles);
    }

    String token(String subject, @Nullable String agency, String audience, Instant expires, Role... roles) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(ISSUER)
                            .audience(audience)
                            .subject(subject)
                            .claim("agency", agency)
                            .claim("roles", Stream.of(roles).map(Role::name).toList())
                            .expirationTime(Date.from(expires))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(@Nullable String token, String path) throws IOException, InterruptedException {
        return http.send(request(token, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String token, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(token, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<Stream<String>> lines(String token, String path, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(token, path);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    private HttpRequest.Builder request(@Nullable String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    @Override
    public void close() {
        context.close();
        keys.stop(0);
        http.close();
        ledger.close();
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-05T15:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
