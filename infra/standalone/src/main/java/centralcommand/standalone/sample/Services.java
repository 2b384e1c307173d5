package centralcommand.standalone.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.shared.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both APIs over HTTP, as any script would use them. Every command carries an id made from its sender, name and body, so
 * that sending it again, after a broken connection or in another run, carries it out once.
 */
final class Services implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final String TOO_MANY_REFUSALS = "TOO_MANY_REFUSALS";
    private static final int MOST_ATTEMPTS = 8;
    private static final int LONGEST_ANSWER = 4_000_000;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Map<Class<?>, String> NAMES = CommandCatalog.COMMANDS.stream()
            .collect(Collectors.toMap(CommandCatalog.CommandType::type, CommandCatalog.CommandType::name));

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI commandApi;
    private final URI queryApi;
    private final SampleImport.Tokens tokens;

    Services(URI commandApi, URI queryApi, SampleImport.Tokens tokens) {
        this.commandApi = commandApi;
        this.queryApi = queryApi;
        this.tokens = tokens;
    }

    /** @throws IOException if the command API cannot be reached, or is too busy for too long */
    Answer send(Sender sender, String subject, Command command) throws IOException, InterruptedException {
        String name = nameOf(command);
        String body = json.writeValueAsString(command);
        HttpResponse<String> answer = patiently(
                sender,
                () -> HttpRequest.newBuilder(commandApi.resolve("/api/commands/" + name))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key(name, subject, body))
                        .POST(BodyPublishers.ofString(body)));
        return answer.statusCode() == OK ? read(answer.body(), Answer.Accepted.class) : refused(answer);
    }

    /** An event as the query service shows it. */
    record Entry(long position, String commandId, String payload) {

        /** The number of a baseline that was proposed. */
        record Baseline(int baseline) {}
    }

    /** The event at a position, once the query service has come that far; none where this account sees none. */
    Optional<Entry> event(Sender sender, long position) throws IOException, InterruptedException {
        HttpResponse<String> answer = patiently(
                sender,
                () -> HttpRequest.newBuilder(queryApi.resolve("/api/events/" + position + "?minPosition=" + position)));
        return switch (answer.statusCode()) {
            case OK -> Optional.of(read(answer.body(), Entry.class));
            case NOT_FOUND -> Optional.empty();
            default ->
                throw new IOException("The query API answered " + answer.statusCode() + " to a question for event "
                        + position + ": " + refused(answer).sentence());
        };
    }

    /** The number of the baseline proposed at a position, read from the entry as its approver would. */
    Optional<Integer> baselineNumber(Sender sender, long position) throws IOException, InterruptedException {
        Optional<Entry> entry = event(sender, position);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(read(entry.get().payload(), Entry.Baseline.class).baseline());
    }

    static String nameOf(Command command) {
        String name = NAMES.get(command.getClass());
        if (name == null) {
            throw new IllegalStateException(command.getClass() + " is not in the catalog of commands.");
        }
        return name;
    }

    private static String key(String name, String subject, String body) {
        byte[] hash = SampleFolder.sha256().digest(body.getBytes(UTF_8));
        return "sample:" + name + ":" + subject + ":" + HexFormat.of().formatHex(hash, 0, 8);
    }

    private interface Request {
        HttpRequest.Builder builder();
    }

    /** Asks again where the service says later, or does not answer at all; a command's id makes that safe. */
    private HttpResponse<String> patiently(Sender sender, Request request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == MOST_ATTEMPTS;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << attempt);
            try {
                HttpResponse<String> answer = http.send(
                        request.builder()
                                .timeout(LONGEST_REQUEST)
                                .header("Authorization", "Bearer " + tokens.of(sender.account()))
                                .header("Accept", "application/json, application/problem+json")
                                .build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
                boolean later = (answer.statusCode() == TOO_MANY && !isDecided(answer))
                        || answer.statusCode() == UNAVAILABLE
                        || (answer.statusCode() == UNAUTHORIZED && attempt == 1);
                if (!later) {
                    return answer;
                }
                if (last) {
                    throw new IOException(answer.uri() + " still answered " + answer.statusCode() + " after "
                            + MOST_ATTEMPTS + " attempts: " + refused(answer).sentence());
                }
                pause = retryAfter(answer).orElse(pause);
            } catch (IOException unreachable) {
                if (last) {
                    throw unreachable;
                }
            }
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private record Problem(
            @Nullable String code,
            @Nullable String title,
            @Nullable String detail,
            @Nullable String field) {}

    /** A refusal that is not recorded any more, because there were so many: asking again would bring the same. */
    private boolean isDecided(HttpResponse<String> answer) {
        try {
            return TOO_MANY_REFUSALS.equals(
                    json.readValue(answer.body(), Problem.class).code());
        } catch (JacksonException notAProblem) {
            return false;
        }
    }

    private Answer.Refused refused(HttpResponse<String> answer) {
        try {
            Problem problem = json.readValue(answer.body(), Problem.class);
            String sentence = problem.detail() != null ? problem.detail() : problem.title();
            if (sentence != null) {
                return new Answer.Refused(sentence, problem.field());
            }
            return unexplained(answer);
        } catch (JacksonException notAProblem) {
            return unexplained(answer);
        }
    }

    private static Answer.Refused unexplained(HttpResponse<String> answer) {
        return new Answer.Refused("The service answered " + answer.statusCode() + " without saying why.", null);
    }

    private <T> T read(String body, Class<T> type) throws IOException {
        try {
            return json.readValue(body, type);
        } catch (JacksonException unexpected) {
            throw new IOException(
                    "The service's answer could not be read: " + unexpected.getOriginalMessage(), unexpected);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
