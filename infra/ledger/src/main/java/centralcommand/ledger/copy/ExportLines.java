package centralcommand.ledger.copy;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.proof.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lines of an exported file, as docs/ledger-format.md describes them. */
final class ExportLines {
    /** A commit has at most 15 MB; written with escapes it can take several times that. */
    static final int MOST_BYTES = 128 * 1024 * 1024;

    private static final int FORMAT = 1;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_BYTES)
                            .maxNestingDepth(10)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    // ---- write

    String header() {
        return mapper.createObjectNode()
                .put("ledger", "central-command")
                .put("format", FORMAT)
                .toString();
    }

    String commit(RecordedCommit commit) {
        var line = mapper.createObjectNode()
                .put("commit", commit.number())
                .put("first", commit.first())
                .put("epoch", commit.epoch())
                .put("recordedAt", commit.recordedAt().toEpochMilli());
        var command = commit.command();
        if (command != null) {
            line.putObject("command")
                    .put("actor", command.actor())
                    .put("id", command.commandId())
                    .put("body", command.bodyHash());
        }
        var events = line.putArray("events");
        for (var event : commit.events()) {
            var object = events.addObject()
                    .put("id", event.eventId())
                    .put("stream", event.stream())
                    .put("sequence", event.sequence())
                    .put("type", event.type())
                    .put("revision", event.revision());
            putBytes(object, "payload", event.payload());
            putBytes(object, "metadata", event.metadata());
        }
        return line.put("hash", commit.hash().hex()).toString();
    }

    private static void putBytes(ObjectNode object, String name, byte[] bytes) {
        try {
            object.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            object.put(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    String note(Note note) {
        return mapper.createObjectNode()
                .put("note", note.kind().name().toLowerCase(Locale.ROOT))
                .put("size", note.size())
                .put("text", note.text())
                .toString();
    }

    String end(long commits, long events, Hash root) {
        return mapper.createObjectNode()
                .put("end", true)
                .put("commits", commits)
                .put("events", events)
                .put("root", root.hex())
                .toString();
    }

    // ---- read

    /** What a line says. */
    sealed interface Line {}

    record CommitLine(RecordedCommit commit) implements Line {}

    record NoteLine(Kind kind, long size, String text) implements Line {}

    record EndLine(long commits, long events, Hash root) implements Line {}

    boolean isHeader(String line) {
        var node = mapper.readTree(line);
        requireFields(node, "ledger", "format");
        return "central-command".equals(node.path("ledger").asString(""))
                && node.path("format").asInt(0) == FORMAT;
    }

    /** @throws RuntimeException if it is no such line: of Jackson, or an IllegalArgumentException */
    Line read(String line) {
        var node = mapper.readTree(line);
        if (node.has("commit")) {
            return new CommitLine(commit(node));
        }
        if (node.has("note")) {
            requireFields(node, "note", "size", "text");
            return new NoteLine(
                    Kind.valueOf(text(node, "note").toUpperCase(Locale.ROOT)),
                    number(node, "size"),
                    text(node, "text"));
        }
        if (node.has("end")) {
            requireFields(node, "end", "commits", "events", "root");
            if (!node.get("end").asBoolean(false)) {
                throw new IllegalArgumentException("\"end\" is not true");
            }
            return new EndLine(number(node, "commits"), number(node, "events"), Hash.ofHex(text(node, "root")));
        }
        throw new IllegalArgumentException("it is neither a commit nor a note nor the end");
    }

    /** What is not known would be lost on the way without anybody being told. */
    private static void requireFields(JsonNode node, String... known) {
        for (var name : node.propertyNames()) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException("\"%s\" is no field that is known there".formatted(name));
            }
        }
    }

    private static RecordedCommit commit(JsonNode node) {
        requireFields(node, "commit", "first", "epoch", "recordedAt", "command", "events", "hash");
        var number = number(node, "commit");
        var first = number(node, "first");
        var recordedAt = Instant.ofEpochMilli(number(node, "recordedAt"));
        var command = node.get("command");
        return new RecordedCommit(
                number,
                first,
                number(node, "epoch"),
                recordedAt,
                command == null ? null : command(command),
                events(node.required("events"), number, first, recordedAt),
                Hash.ofHex(text(node, "hash")));
    }

    private static CommandKey command(JsonNode node) {
        requireFields(node, "actor", "id", "body");
        return new CommandKey(text(node, "actor"), text(node, "id"), text(node, "body"));
    }

    private static List<RecordedEvent> events(JsonNode nodes, long commit, long first, Instant recordedAt) {
        var events = new ArrayList<RecordedEvent>(nodes.size());
        if (!nodes.isArray()) {
            throw new IllegalArgumentException("\"events\" is no list");
        }
        for (var node : nodes) {
            requireFields(
                    node,
                    "id",
                    "stream",
                    "sequence",
                    "type",
                    "revision",
                    "payload",
                    "payloadBase64",
                    "metadata",
                    "metadataBase64");
            events.add(new RecordedEvent(
                    first + events.size(),
                    commit,
                    recordedAt,
                    text(node, "stream"),
                    number(node, "sequence"),
                    text(node, "id"),
                    text(node, "type"),
                    Math.toIntExact(number(node, "revision")),
                    bytes(node, "payload"),
                    bytes(node, "metadata")));
        }
        return events;
    }

    private static byte[] bytes(JsonNode node, String name) {
        if (!node.has(name + "Base64")) {
            return text(node, name).getBytes(StandardCharsets.UTF_8);
        }
        if (node.has(name)) {
            throw new IllegalArgumentException("\"%1$s\" and \"%1$sBase64\" stand side by side".formatted(name));
        }
        return Base64.getDecoder().decode(text(node, name + "Base64"));
    }

    private static String text(JsonNode node, String name) {
        var value = node.required(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("\"%s\" is no text".formatted(name));
        }
        return value.stringValue();
    }

    private static long number(JsonNode node, String name) {
        var value = node.required(name);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("\"%s\" is no whole number".formatted(name));
        }
        return value.longValue();
    }
}
