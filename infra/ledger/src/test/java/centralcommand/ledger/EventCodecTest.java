package centralcommand.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.EventNames.Name;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventCodecTest {
    record Weighed(String item, double tonnes) {}

    record Counted(int pieces) {}

    private static final EventNames NAMES = EventNames.of(Map.of(Weighed.class, new Name("item-weighed", 3)));
    private static final EventCodec CODEC = new EventCodec(JsonMapper.builder().build(), NAMES);

    @Test
    void what_is_encoded_is_decoded_again() {
        var event = CODEC.encode("items/a", 4, "id", new Weighed("a", 2.5), Map.of("actor", "kim"));

        assertThat(event.type()).isEqualTo("item-weighed");
        assertThat(event.revision()).isEqualTo(3);
        assertThat(CODEC.decode(recorded(event)))
                .isEqualTo(new DecodedEvent(new Weighed("a", 2.5), Map.of("actor", "kim")));
    }

    @Test
    void metadata_is_written_in_the_order_of_its_keys_so_that_equal_metadata_are_equal_bytes() {
        assertThat(new String(CODEC.metadata(Map.of("role", "STAFF", "actor", "kim", "agency", "DOE")), UTF_8))
                .isEqualTo("{\"actor\":\"kim\",\"agency\":\"DOE\",\"role\":\"STAFF\"}");
    }

    @Test
    void metadata_that_is_no_string_is_refused_by_name() {
        var withNull = new HashMap<String, String>();
        withNull.put("agency", null);

        assertThatThrownBy(() -> CODEC.metadata(Map.of("tries", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Metadata must be strings, but tries is java.lang.Integer.");
        assertThatThrownBy(() -> CODEC.metadata(withNull))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Metadata must be strings, but agency is null.");
    }

    @Test
    void an_event_without_a_name_is_refused() {
        assertThatThrownBy(() -> CODEC.encode("a", 0, "id", new Counted(3), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Counted.class.getName());
    }

    @Test
    void two_classes_cannot_have_one_stored_name() {
        assertThatThrownBy(() -> EventNames.of(
                        Map.of(Weighed.class, new Name("measured", 1), Counted.class, new Name("measured", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measured");
    }

    /** Approved: what revision 1 of {@code thing-weighed} looked like when it was stored; never changed again. */
    private static final String WEIGHED_1 = "{\"thing\":\"a\",\"kilograms\":2500}";

    private static final Upcasters UPCASTERS = Upcasters.of(List.of(
            new Upcasters.Step("thing-weighed", 1, "item-weighed", old -> {
                old.set("item", old.remove("thing"));
                return old;
            }),
            new Upcasters.Step("item-weighed", 2, old -> {
                old.put("tonnes", old.remove("kilograms").asDouble() / 1000);
                return old;
            })));

    @Test
    void what_was_stored_in_an_earlier_form_is_lifted_step_by_step_to_todays() {
        var codec = new EventCodec(JsonMapper.builder().build(), NAMES, UPCASTERS);

        assertThat(codec.payload("thing-weighed", 1, WEIGHED_1.getBytes(UTF_8), "position 1"))
                .isEqualTo(new Weighed("a", 2.5));
        assertThat(codec.payload("item-weighed", 2, "{\"item\":\"b\",\"kilograms\":500}".getBytes(UTF_8), "position 2"))
                .isEqualTo(new Weighed("b", 0.5));
        assertThat(codec.payload("item-weighed", 3, "{\"item\":\"c\",\"tonnes\":1}".getBytes(UTF_8), "position 3"))
                .isEqualTo(new Weighed("c", 1));
    }

    @Test
    void an_earlier_form_that_is_not_what_it_says_is_named_with_its_place() {
        var codec = new EventCodec(JsonMapper.builder().build(), NAMES, UPCASTERS);

        assertThatThrownBy(() -> codec.payload("thing-weighed", 1, "[1]".getBytes(UTF_8), "position 7"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("position 7")
                .hasMessageContaining("could not be lifted");
    }

    @Test
    void one_revision_cannot_be_lifted_in_two_ways() {
        var step = new Upcasters.Step("item-weighed", 2, old -> old);

        assertThatThrownBy(() -> Upcasters.of(List.of(step, step))).hasMessageContaining("revision 2 of item-weighed");
    }

    @Test
    void what_cannot_be_read_is_named_with_its_place() {
        assertUnreadable("item-lost", 1, "{}", "{}", "no such type");
        assertUnreadable("item-weighed", 2, "{}", "{}", "only revision 3");
        assertUnreadable("item-weighed", 3, "{\"tonnes\":\"much\"}", "{}", "no Weighed");
        assertUnreadable("item-weighed", 3, "{", "{}", "no Weighed");
        assertUnreadable("item-weighed", 3, "{\"item\":\"a\",\"tonnes\":1}", "{\"tries\":3}", "metadata");
        assertUnreadable("item-weighed", 3, "{\"item\":\"a\",\"tonnes\":1}", "[]", "metadata");
    }

    private static void assertUnreadable(String type, int revision, String payload, String metadata, String why) {
        var event = new NewEvent("a", 0, "id", type, revision, payload.getBytes(UTF_8), metadata.getBytes(UTF_8));

        assertThatThrownBy(() -> CODEC.decode(recorded(event)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(type)
                .hasMessageContaining("revision " + revision)
                .hasMessageContaining("position 17")
                .hasMessageContaining(why);
    }

    @Test
    void names_that_a_store_could_alter_are_refused() {
        assertThatThrownBy(() -> event(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("a\u0000b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("a\ud800b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("x".repeat(513))).isInstanceOf(IllegalArgumentException.class);
        assertThat(event("x".repeat(512)).stream()).hasSize(512);
        assertThatThrownBy(() -> new CommandKey("kim", "", "hash")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Name("weighed", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewEvent("a", -1, "id", "weighed", 1, new byte[0], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NewEvent event(String stream) {
        return new NewEvent(stream, 0, "id", "weighed", 1, new byte[0], new byte[0]);
    }

    private static RecordedEvent recorded(NewEvent event) {
        return RecordedEvent.of(event, 17, 5, Instant.parse("2026-03-01T12:00:00Z"));
    }
}
