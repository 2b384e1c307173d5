package centralcommand.ledger.mongo;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.proof.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/** The document of a commit, as docs/ledger-format.md lays it out. The same commit always gives the same bytes. */
final class StoredCommitCodec implements Codec<StoredCommit> {

    @Override
    public Class<StoredCommit> getEncoderClass() {
        return StoredCommit.class;
    }

    @Override
    public void encode(BsonWriter writer, StoredCommit stored, EncoderContext context) {
        var commit = stored.commit();
        writer.writeStartDocument();
        writer.writeInt64("_id", commit.number());
        writer.writeInt64("first", commit.first());
        writer.writeInt32("count", commit.events().size());
        writer.writeInt64("epoch", commit.epoch());
        writer.writeInt64("at", commit.recordedAt().toEpochMilli());
        writeCommand(writer, commit.command());
        writer.writeStartArray("events");
        commit.events().forEach(event -> writeEvent(writer, event));
        writer.writeEndArray();
        writeBytes(writer, "prev", stored.previous().bytes());
        writeBytes(writer, "hash", commit.hash().bytes());
        writeBytes(writer, "subtrees", stored.placed().subtreeBytes());
        writer.writeString("by", stored.writer());
        writer.writeEndDocument();
    }

    private static void writeCommand(BsonWriter writer, @Nullable CommandKey command) {
        if (command != null) {
            writer.writeStartDocument("cmd");
            writer.writeString("actor", command.actor());
            writer.writeString("id", command.commandId());
            writer.writeString("body", command.bodyHash());
            writer.writeEndDocument();
        }
    }

    private static void writeEvent(BsonWriter writer, RecordedEvent event) {
        writer.writeStartDocument();
        writer.writeString("id", event.eventId());
        writer.writeString("stream", event.stream());
        writer.writeInt64("seq", event.sequence());
        writer.writeString("type", event.type());
        writer.writeInt32("rev", event.revision());
        writeBytes(writer, "payload", event.payload());
        writeBytes(writer, "meta", event.metadata());
        writer.writeEndDocument();
    }

    private static void writeBytes(BsonWriter writer, String name, byte[] bytes) {
        writer.writeBinaryData(name, new BsonBinary(bytes));
    }

    @Override
    public StoredCommit decode(BsonReader reader, DecoderContext context) {
        long number = 0;
        long first = 0;
        long epoch = 0;
        long at = 0;
        CommandKey command = null;
        List<Event> events = List.of();
        var previous = Hash.ZERO;
        var hash = Hash.ZERO;
        List<Hash> subtrees = List.of();
        var by = "";
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> number = reader.readInt64();
                case "first" -> first = reader.readInt64();
                case "epoch" -> epoch = reader.readInt64();
                case "at" -> at = reader.readInt64();
                case "cmd" -> command = readCommand(reader);
                case "events" -> events = readEvents(reader);
                case "prev" -> previous = Hash.of(readBytes(reader));
                case "hash" -> hash = Hash.of(readBytes(reader));
                case "by" -> by = reader.readString();
                case "subtrees" -> subtrees = hashes(readBytes(reader));
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        var recordedAt = Instant.ofEpochMilli(at);
        var recorded = new ArrayList<RecordedEvent>(events.size());
        for (var event : events) {
            recorded.add(event.recorded(first + recorded.size(), number, recordedAt));
        }
        return new StoredCommit(
                new Placed(new RecordedCommit(number, first, epoch, recordedAt, command, recorded, hash), subtrees),
                previous,
                by);
    }

    private static CommandKey readCommand(BsonReader reader) {
        var actor = "";
        var id = "";
        var body = "";
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "actor" -> actor = reader.readString();
                case "id" -> id = reader.readString();
                case "body" -> body = reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new CommandKey(actor, id, body);
    }

    private static List<Event> readEvents(BsonReader reader) {
        var events = new ArrayList<Event>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            events.add(readEvent(reader));
        }
        reader.readEndArray();
        return events;
    }

    private static Event readEvent(BsonReader reader) {
        var id = "";
        var stream = "";
        long sequence = 0;
        var type = "";
        var revision = 0;
        var payload = new byte[0];
        var metadata = new byte[0];
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "id" -> id = reader.readString();
                case "stream" -> stream = reader.readString();
                case "seq" -> sequence = reader.readInt64();
                case "type" -> type = reader.readString();
                case "rev" -> revision = reader.readInt32();
                case "payload" -> payload = readBytes(reader);
                case "meta" -> metadata = readBytes(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Event(id, stream, sequence, type, revision, payload, metadata);
    }

    private static byte[] readBytes(BsonReader reader) {
        return reader.readBinaryData().getData();
    }

    /** Roots as they are stored: one after the other. */
    static List<Hash> hashes(byte[] bytes) {
        var hashes = new ArrayList<Hash>(bytes.length / Hash.BYTES);
        for (var from = 0; from < bytes.length; from += Hash.BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.BYTES)));
        }
        return hashes;
    }

    /** An event before its commit's place is known: fields of a document have no order that one could rely on. */
    @SuppressWarnings("ArrayRecordComponent") // It lives for the time of one decoding and is never compared.
    private record Event(
            String id, String stream, long sequence, String type, int revision, byte[] payload, byte[] metadata) {
        RecordedEvent recorded(long position, long commit, Instant recordedAt) {
            return new RecordedEvent(
                    position, commit, recordedAt, stream, sequence, id, type, revision, payload, metadata);
        }
    }
}
