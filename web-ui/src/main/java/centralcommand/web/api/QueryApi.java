package centralcommand.web.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the query service in the name of the person who is signed in, at the point in time of the page in hand. */
public class QueryApi {

    private final ServiceCalls calls;
    private final JsonMapper json;
    private final String base;
    private final Supplier<Map<String, String>> pointInTime;

    QueryApi(ServiceCalls calls, JsonMapper json, String base, Supplier<Map<String, String>> pointInTime) {
        this.calls = calls;
        this.json = json;
        this.base = base;
        this.pointInTime = pointInTime;
    }

    /**
     * Asks one query. {@code asOf}, {@code statedBy} and {@code minPosition} are taken from the address of the page, so no page
     * can forget them; a parameter given here comes before them, and one given as null takes them away.
     *
     * @param path       such as {@code /api/board} or {@code /api/programs/{programId}}; names in braces are filled from the parameters
     * @param parameters filters; a null or empty one is left out
     * @throws QueryRefused                                if the service says no (unknown, not allowed, unreadable)
     * @throws ServiceAway                                 if it does not answer, or not with what was asked
     * @throws centralcommand.web.identity.SignInAgain     if the session can no longer speak for its owner
     */
    public <T> T get(String path, Map<String, ? extends @Nullable Object> parameters, Class<T> type) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(pointInTime.get());
        all.putAll(parameters);
        var answer = calls.get(address(base, path, all));
        if (answer.status() >= 400) {
            throw new QueryRefused(Problem.of(answer.status(), answer.body(), json));
        }
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException unreadable) {
            throw new ServiceAway("The query service gave an answer this page cannot read.", unreadable);
        }
    }

    /** Parameters that are null or empty are left out; names in braces within the path are filled from them. */
    static URI address(String base, String path, Map<String, ? extends @Nullable Object> parameters) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>(parameters);
        given.values().removeIf(value -> value == null || value.toString().isEmpty());
        var address = UriComponentsBuilder.fromUriString(base + path);
        given.keySet().stream()
                .filter(name -> !path.contains("{" + name + "}"))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(given).toUri();
    }
}
