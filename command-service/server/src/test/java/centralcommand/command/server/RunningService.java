package centralcommand.command.server;

import centralcommand.command.contract.shared.Washington;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.RecordedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command service as it runs alone, on a ledger file of its own. */
public final class RunningService implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final URI address;

    /** @param settings beside the usual ones, such as {@code central-command.limits.command-burst=2} */
    public RunningService(Path ledgerFile, TestTokens tokens, String... settings) {
        this(
                ledgerFile,
                tokens,
                Clock.fixed(TODAY.atTime(12, 0).atZone(Washington.ZONE).toInstant(), Washington.ZONE),
                settings);
    }

    public RunningService(Path ledgerFile, TestTokens tokens, Clock clock, String... settings) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "central-command.ledger=" + ledgerFile,
                                "central-command.identity.issuer=" + TestTokens.ISSUER,
                                "central-command.identity.jwk-set-uri=" + tokens.keysAddress()),
                        Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        context = CommandApplication.builder()
                .initializers(
                        each -> ((GenericApplicationContext) each).registerBean("clock", Clock.class, () -> clock))
                .run(arguments);
        address = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public record Answer(int status, Map<String, String> headers, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String field() {
            return json().path("field").asString("");
        }

        public long position() {
            return json().get("position").asLong();
        }

        public List<String> types() {
            return json().get("events")
                    .valueStream()
                    .map(event -> event.get("type").asString())
                    .toList();
        }
    }

    public Answer send(String token, String command, String body, String... headers) {
        HttpRequest.Builder request = request("/api/commands/" + command, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return answer(request.build());
    }

    public Answer get(String path, String token) {
        return answer(request(path, token).build());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return address;
    }

    public Ledger ledger() {
        return part(Ledger.class);
    }

    /** A part of the service, as it runs. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Everything that was recorded after the position. */
    public List<RecordedEvent> recordedAfter(long position) {
        return ledger().read(position, 1_000);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
