package centralcommand.verify.source;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of an exported file. Strict: a field that the format does not know is refused, for no hash would speak about it. */
final class ExportLine {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Limits.LINE)
                    .maxNestingDepth(8)
                    .maxNumberLength(20)
                    .build())
            .build();

    private final JsonParser json;

    private ExportLine(JsonParser json) {
        this.json = json;
    }

    /** The header that the first line must be. */
    record Header(String ledger, long format) {}

    static Header header(byte[] line, int length) throws MalformedLineException {
        return read(line, length, ExportLine::header);
    }

    static Entry entry(byte[] line, int length, long noteId) throws MalformedLineException {
        return read(line, length, reader -> reader.entry(noteId, length + 1L));
    }

    private interface Reading<T> {
        T of(ExportLine reader) throws MalformedLineException;
    }

    private static <T> T read(byte[] line, int length, Reading<T> reading) throws MalformedLineException {
        try (var json = JSON.createParser(ObjectReadContext.empty(), line, 0, length)) {
            var reader = new ExportLine(json);
            reader.expect(JsonToken.START_OBJECT, "an object");
            var result = reading.of(reader);
            if (json.nextToken() != null) {
                throw new MalformedLineException("more stands after the object");
            }
            return result;
        } catch (JacksonException e) {
            throw new MalformedLineException("it is no valid JSON (at byte %d)"
                    .formatted(Math.max(
                            0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset())));
        }
    }

    private Header header() throws MalformedLineException {
        var fields = new Fields();
        String ledger = null;
        var format = -1L;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (fields.next()) {
                case "ledger" -> ledger = text();
                case "format" -> format = number();
                default -> throw unknown();
            }
        }
        return new Header(required(ledger, "ledger"), format);
    }

    private Entry entry(long noteId, long bytes) throws MalformedLineException {
        if (json.nextToken() != JsonToken.PROPERTY_NAME) {
            throw new MalformedLineException("the object is empty");
        }
        return switch (json.currentName()) {
            case "commit" -> commit(bytes);
            case "note" -> note(noteId);
            case "end" -> end();
            default -> throw new MalformedLineException("it begins with neither commit nor note nor end");
        };
    }

    private Entry.Commit commit(long bytes) throws MalformedLineException {
        var fields = new Fields();
        fields.seen("commit");
        var number = number();
        var first = 0L;
        var epoch = 0L;
        var recordedAt = 0L;
        Entry.Command command = null;
        List<Entry.Event> events = null;
        byte[] hash = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (fields.next()) {
                case "first" -> first = number();
                case "epoch" -> epoch = number();
                case "recordedAt" -> recordedAt = number();
                case "command" -> command = command();
                case "events" -> events = events();
                case "hash" -> hash = hash();
                default -> throw unknown();
            }
        }
        fields.require("first", "epoch", "recordedAt", "events", "hash");
        return new Entry.Commit(
                number, first, -1, epoch, recordedAt, command, required(events, "events"), hash, null, null, bytes);
    }

    private Entry.Command command() throws MalformedLineException {
        expect(JsonToken.START_OBJECT, "an object");
        var fields = new Fields();
        byte[] actor = null;
        byte[] id = null;
        byte[] body = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (fields.next()) {
                case "actor" -> actor = bytes();
                case "id" -> id = bytes();
                case "body" -> body = bytes();
                default -> throw unknown();
            }
        }
        return new Entry.Command(required(actor, "actor"), required(id, "id"), required(body, "body"));
    }

    private List<Entry.Event> events() throws MalformedLineException {
        expect(JsonToken.START_ARRAY, "a list");
        var events = new ArrayList<Entry.Event>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedLineException("an event is no object");
            }
            if (events.size() == Limits.EVENTS) {
                throw new MalformedLineException("it has more events than a commit can have");
            }
            events.add(event());
        }
        return events;
    }

    private Entry.Event event() throws MalformedLineException {
        var fields = new Fields();
        byte[] id = null;
        byte[] stream = null;
        var sequence = 0L;
        byte[] type = null;
        var revision = 0L;
        byte[] payload = null;
        byte[] metadata = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (fields.next()) {
                case "id" -> id = bytes();
                case "stream" -> stream = bytes();
                case "sequence" -> sequence = number();
                case "type" -> type = bytes();
                case "revision" -> revision = number();
                case "payload" -> payload = once(payload, bytes());
                case "payloadBase64" -> payload = once(payload, base64());
                case "metadata" -> metadata = once(metadata, bytes());
                case "metadataBase64" -> metadata = once(metadata, base64());
                default -> throw unknown();
            }
        }
        fields.require("sequence", "revision");
        return new Entry.Event(
                0,
                required(id, "id"),
                required(stream, "stream"),
                sequence,
                required(type, "type"),
                revision,
                required(payload, "payload"),
                required(metadata, "metadata"));
    }

    private Entry.Note note(long id) throws MalformedLineException {
        var fields = new Fields();
        fields.seen("note");
        var kind = text();
        var size = 0L;
        String text = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (fields.next()) {
                case "size" -> size = number();
                case "text" -> text = text();
                default -> throw unknown();
            }
        }
        fields.require("size");
        return new Entry.Note(id, kind, size, required(text, "text"));
    }

    private Entry.End end() throws MalformedLineException {
        var fields = new Fields();
        fields.seen("end");
        expect(JsonToken.VALUE_TRUE, "true");
        var commits = 0L;
        var events = 0L;
        byte[] root = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (fields.next()) {
                case "commits" -> commits = number();
                case "events" -> events = number();
                case "root" -> root = hash();
                default -> throw unknown();
            }
        }
        fields.require("commits", "events");
        return new Entry.End(commits, events, required(root, "root"));
    }

    /** The fields of one object that were seen: none may come twice. Few, so a list would do; a set also stands up to many. */
    private final class Fields {
        private final Set<String> names = HashSet.newHashSet(8);

        String next() throws MalformedLineException {
            var name = json.currentName();
            seen(name);
            return name;
        }

        void seen(String name) throws MalformedLineException {
            if (!names.add(name)) {
                throw new MalformedLineException("the field %s stands there twice".formatted(name));
            }
        }

        void require(String... required) throws MalformedLineException {
            for (var name : required) {
                if (!names.contains(name)) {
                    throw new MalformedLineException("the field %s is missing".formatted(name));
                }
            }
        }
    }

    private MalformedLineException unknown() {
        return new MalformedLineException("the format knows no field %s there".formatted(json.currentName()));
    }

    private static <T> T required(@Nullable T value, String name) throws MalformedLineException {
        if (value == null) {
            throw new MalformedLineException("the field %s is missing".formatted(name));
        }
        return value;
    }

    private static byte[] once(byte @Nullable [] former, byte[] value) throws MalformedLineException {
        if (former != null) {
            throw new MalformedLineException("an event has two payloads or two metadata");
        }
        return value;
    }

    private void expect(JsonToken token, String what) throws MalformedLineException {
        if (json.nextToken() != token) {
            throw new MalformedLineException("%s was expected and something else stands there".formatted(what));
        }
    }

    private String text() throws MalformedLineException {
        expect(JsonToken.VALUE_STRING, "a text");
        var text = json.getString();
        if (!Utf8.isWellFormed(text)) {
            throw new MalformedLineException("a text holds half a character");
        }
        return text;
    }

    private byte[] bytes() throws MalformedLineException {
        return Utf8.bytes(text());
    }

    private byte[] base64() throws MalformedLineException {
        try {
            return Base64.getDecoder().decode(text());
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException("what should be base64 is not");
        }
    }

    private byte[] hash() throws MalformedLineException {
        var text = text();
        try {
            if (text.length() == 64) {
                return HexFormat.of().parseHex(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the same words.
        }
        throw new MalformedLineException("a hash has 64 hexadecimal digits");
    }

    private long number() throws MalformedLineException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getLongValue();
    }
}
