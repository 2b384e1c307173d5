package centralcommand.standalone.story;

import tools.jackson.databind.json.JsonMapper;

/** JSON as text. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
