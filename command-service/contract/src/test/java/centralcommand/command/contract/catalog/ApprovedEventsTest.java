package centralcommand.command.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.catalog.EventCatalog.StoredName;
import centralcommand.command.contract.shared.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events are for ever: the JSON of every type was approved once, in {@code src/test/resources/approved}, and every later program
 * reads it and writes the same. A file is added for a new type or revision, never changed.
 */
class ApprovedEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void every_stored_event_has_a_sample() {
        assertThat(EventSamples.all().keySet())
                .containsAll(EventCatalog.EVENTS.stream()
                        .map(each -> each.name() + "." + each.revision())
                        .toList());
        EventSamples.all()
                .forEach((file, event) -> assertThat(storedName(event)).isEqualTo(nameOf(file)));
    }

    @TestFactory
    Stream<DynamicTest> approved_json_is_read_as_the_event() {
        return EventSamples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat((Object) JSON.treeToValue(
                                        approved(sample.getKey()),
                                        sample.getValue().getClass()))
                                .isEqualTo(sample.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> the_event_is_written_as_the_approved_json() {
        return EventSamples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(JSON.writeValueAsString(sample.getValue()))
                                .isEqualTo(JSON.writeValueAsString(approved(sample.getKey())))));
    }

    private static JsonNode approved(String name) throws IOException {
        try (InputStream file = ApprovedEventsTest.class.getResourceAsStream("/approved/" + name + ".json")) {
            assertThat(file).as("src/test/resources/approved/" + name + ".json").isNotNull();
            return JSON.readTree(file);
        }
    }

    private static String nameOf(String file) {
        return file.replace(".least", "").replace(".timed", "");
    }

    private static String storedName(Event event) {
        return EventCatalog.EVENTS.stream()
                .filter(each -> each.type() == event.getClass())
                .map((StoredName each) -> each.name() + "." + each.revision())
                .findFirst()
                .orElseThrow();
    }
}
