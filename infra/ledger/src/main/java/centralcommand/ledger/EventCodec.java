package centralcommand.ledger;

import centralcommand.ledger.EventNames.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns events into what the ledger keeps and back: JSON under logical names, metadata as an object of strings. */
public final class EventCodec {
    private final JsonMapper mapper;
    private final EventNames names;
    private final Upcasters upcasters;

    /** Kept, because the mapper would look the class up anew for each event. */
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    public EventCodec(JsonMapper mapper, EventNames names) {
        this(mapper, names, Upcasters.NONE);
    }

    public EventCodec(JsonMapper mapper, EventNames names, Upcasters upcasters) {
        this.mapper = mapper;
        this.names = names;
        this.upcasters = upcasters;
    }

    public JsonMapper mapper() {
        return mapper;
    }

    public EventNames names() {
        return names;
    }

    /** The event, ready to be appended. */
    public NewEvent encode(String stream, long sequence, String eventId, Object event, Map<String, ?> metadata) {
        var name = names.nameOf(event.getClass());
        return new NewEvent(
                stream, sequence, eventId, name.type(), name.revision(), payload(event), metadata(metadata));
    }

    /** The event as JSON. */
    public byte[] payload(Object event) {
        return mapper.writeValueAsBytes(event);
    }

    /**
     * Metadata as a JSON object, in the order of its keys.
     *
     * @throws IllegalArgumentException if a value is no string: numbers would come back as another type, and silently
     */
    public byte[] metadata(Map<String, ?> metadata) {
        return mapper.writeValueAsBytes(new TreeMap<>(stringsOnly(metadata)));
    }

    /** @throws UnreadableEventException if the type is unknown, the revision another, or the JSON not of this shape */
    public DecodedEvent decode(RecordedEvent event) {
        var where = "position " + event.position();
        return new DecodedEvent(
                payload(event.type(), event.revision(), event.payload(), where), metadata(event, where));
    }

    private Map<String, String> metadata(RecordedEvent event, String where) {
        try {
            return metadata(event.metadata());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEventException(
                    event.type(), String.valueOf(event.revision()), where, "its metadata is no object of strings", e);
        }
    }

    /**
     * Metadata from a JSON object of strings.
     *
     * @throws IllegalArgumentException or JacksonException if it is anything else
     */
    public Map<String, String> metadata(byte[] metadata) {
        var strings = new LinkedHashMap<String, String>();
        try (var parser = mapper.createParser(metadata)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (var key = parser.nextName(); key != null; key = parser.nextName()) {
                require(parser.nextToken() == JsonToken.VALUE_STRING);
                strings.put(key, parser.getString());
            }
            require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        }
        return strings;
    }

    private static void require(boolean isObjectOfStrings) {
        if (!isObjectOfStrings) {
            throw new IllegalArgumentException("Metadata must be a JSON object of strings.");
        }
    }

    /**
     * The event from its JSON.
     *
     * @param where names the event if it cannot be read
     * @throws UnreadableEventException if the type is unknown, the revision another, or the JSON not of this shape
     */
    public Object payload(String type, int revision, byte[] payload, String where) {
        if (upcasters.lifts(type, revision)) {
            return lifted(type, revision, payload, where);
        }
        var eventClass = classOf(type, revision, where);
        try {
            return readers.computeIfAbsent(eventClass, mapper::readerFor).readValue(payload);
        } catch (JacksonException e) {
            throw unreadable(type, revision, where, eventClass, e);
        }
    }

    private Object lifted(String type, int revision, byte[] payload, String where) {
        Upcasters.Lifted lifted;
        try {
            lifted = upcasters.lift(type, revision, (ObjectNode) mapper.readTree(payload));
        } catch (JacksonException | ClassCastException e) {
            throw new UnreadableEventException(
                    type, String.valueOf(revision), where, "its payload could not be lifted to today's form", e);
        }
        var eventClass = classOf(lifted.type(), lifted.revision(), where);
        try {
            return mapper.treeToValue(lifted.payload(), eventClass);
        } catch (JacksonException e) {
            throw unreadable(type, revision, where, eventClass, e);
        }
    }

    private Class<?> classOf(String type, int revision, String where) {
        var eventClass = names.classOf(type)
                .orElseThrow(() -> new UnreadableEventException(
                        type, String.valueOf(revision), where, "no such type is known here", null));
        var known = names.nameOf(eventClass);
        if (known.revision() != revision) {
            throw otherRevision(known, revision, where);
        }
        return eventClass;
    }

    private static UnreadableEventException unreadable(
            String type, int revision, String where, Class<?> eventClass, Exception e) {
        return new UnreadableEventException(
                type, String.valueOf(revision), where, "its payload is no " + eventClass.getSimpleName(), e);
    }

    private static UnreadableEventException otherRevision(Name known, int revision, String where) {
        return new UnreadableEventException(
                known.type(),
                String.valueOf(revision),
                where,
                "only revision %d is known here, and nothing lifts it to that".formatted(known.revision()),
                null);
    }

    private static Map<String, String> stringsOnly(Map<String, ?> metadata) {
        var strings = new TreeMap<String, String>();
        metadata.forEach((key, value) -> {
            if (!(value instanceof String string)) {
                throw new IllegalArgumentException("Metadata must be strings, but %s is %s."
                        .formatted(
                                key, value == null ? "null" : value.getClass().getName()));
            }
            strings.put(key, string);
        });
        return strings;
    }
}
