package centralcommand.web.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service says when it refuses (RFC 9457). */
record Problem(
        int status, String code, String detail, @Nullable String field) {

    /** Reads a problem; an answer that is none (a proxy's page, say) still gives a sentence. */
    static Problem of(int status, byte[] body, JsonMapper json) {
        JsonNode problem;
        try {
            problem = json.readTree(body);
        } catch (JacksonException notJson) {
            problem = json.createObjectNode();
        }
        String detail = problem.path("detail").asString(problem.path("title").asString(""));
        String field = problem.path("field").asString("");
        return new Problem(
                status,
                problem.path("code").asString("HTTP_" + status),
                detail.isBlank() ? "The service refused this without saying why (status " + status + ")." : detail,
                field.isBlank() ? null : field);
    }
}
