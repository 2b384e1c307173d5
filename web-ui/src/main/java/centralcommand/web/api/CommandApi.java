package centralcommand.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands to the command service in the name of the person who is signed in. */
public class CommandApi {

    private final ServiceCalls calls;
    private final JsonMapper json;

    CommandApi(ServiceCalls calls, JsonMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /**
     * Reads what the command service publishes about itself, such as {@code /api/commands}.
     *
     * @throws ServiceAway if it does not answer, or not with what was asked
     */
    public <T> T get(String path, Class<T> type) {
        var answer = calls.get(path);
        if (answer.status() >= 400) {
            throw new QueryRefused(Problem.of(answer.status(), answer.body(), json));
        }
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException unreadable) {
            throw new ServiceAway("The command service gave an answer this page cannot read.", unreadable);
        }
    }

    /**
     * Asks what would become of one command, of which nothing is recorded.
     *
     * @throws ServiceAway if the command service does not answer, or not with what was asked
     * @throws centralcommand.web.identity.SignInAgain if the session can no longer speak for its owner
     */
    public Rehearsal rehearse(String commandName, Object body, String idempotencyKey, @Nullable Long ifMatchVersion) {
        requireName(commandName);
        var answer = post("/api/commands/" + commandName + "?dryRun=true", body, idempotencyKey, ifMatchVersion);
        if (answer.status() >= 400) {
            return new Rehearsal(List.of(), null, refused(answer));
        }
        try {
            var foreseen = json.readTree(answer.body());
            List<String> types = foreseen.path("events")
                    .valueStream()
                    .map(event -> event.path("type").asString())
                    .toList();
            boolean dryRun = foreseen.path("dryRun").asBoolean(false);
            return new Rehearsal(
                    types, dryRun ? null : foreseen.path("position").asLong(), null);
        } catch (JacksonException unreadable) {
            throw new ServiceAway("The command service gave an answer this page cannot read.", unreadable);
        }
    }

    private ServiceCalls.Answer post(String path, Object body, String idempotencyKey, @Nullable Long ifMatchVersion) {
        return calls.post(path, json.writeValueAsBytes(body), headers -> {
            headers.set("Idempotency-Key", idempotencyKey);
            if (ifMatchVersion != null) {
                headers.set(HttpHeaders.IF_MATCH, "\"" + ifMatchVersion + "\"");
            }
        });
    }

    private Outcome.Refused refused(ServiceCalls.Answer answer) {
        var problem = Problem.of(answer.status(), answer.body(), json);
        return new Outcome.Refused(problem.status(), problem.code(), problem.detail(), problem.field());
    }

    private static void requireName(String commandName) {
        if (!commandName.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("Not the name of a command: " + commandName);
        }
    }

    /**
     * Sends one command and waits until it is durable or refused.
     *
     * @param commandName    its kebab-case name, such as {@code report-forecast}
     * @param body           the command record, or a map of its components
     * @param idempotencyKey the command id the form was shown with
     * @param ifMatchVersion the version of the record the form was filled from, where the command must not cross another's
     * @throws centralcommand.web.identity.SignInAgain if the session can no longer speak for its owner
     */
    public Outcome send(String commandName, Object body, String idempotencyKey, @Nullable Long ifMatchVersion) {
        requireName(commandName);
        try {
            var answer = post("/api/commands/" + commandName, body, idempotencyKey, ifMatchVersion);
            return answer.status() >= 400 ? refused(answer) : json.readValue(answer.body(), Outcome.Receipt.class);
        } catch (ServiceAway | JacksonException unknownEnd) {
            return new Outcome.Unavailable(
                    "The command service did not answer, so it is not known whether this was recorded. "
                            + "Send it again: it will be recorded once.");
        }
    }
}
