package centralcommand.ledger.append;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.proof.Hash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** interim */
public final class CommitHasher {
    public Hash hash(
            long number,
            long first,
            long epoch,
            Instant recordedAt,
            Hash previous,
            @Nullable CommandKey command,
            List<RecordedEvent> events) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeByte(1);
            out.writeLong(number);
            out.writeLong(first);
            out.writeInt(events.size());
            out.writeLong(epoch);
            out.writeLong(recordedAt.toEpochMilli());
            out.write(previous.bytes());
            out.writeByte(command == null ? 0 : 1);
            if (command != null) {
                text(out, command.actor());
                text(out, command.commandId());
                text(out, command.bodyHash());
            }
            for (var event : events) {
                text(out, event.eventId());
                text(out, event.stream());
                out.writeLong(event.sequence());
                text(out, event.type());
                out.writeInt(event.revision());
                out.write(Hash.over(event.payload()).bytes());
                out.write(Hash.over(event.metadata()).bytes());
            }
            return Hash.ofLeaf(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
