package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
record Answer(int status, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    /** The same answer, which has to be this. */
    Answer expecting(int wanted) {
        assertThat(status).as(body).isEqualTo(wanted);
        return this;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    String text(String field) {
        return json().path(field).asString();
    }

    long position() {
        return json().path("position").asLong();
    }

    List<JsonNode> rows() {
        return json().get("rows").valueStream().toList();
    }
}
