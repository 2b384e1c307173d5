package centralcommand.benchmarks;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.GroupCommit;
import centralcommand.ledger.append.GroupCommit.By;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.append.Tip;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit: the same records with the same chain, at the end of a plain file, with one write and one {@code force} for each group of
 * commits. It checks nothing and finds nothing again.
 */
final class BareFile implements Engine {
    private final Folder folder;
    private final FileChannel file;
    private final Chain chain = new Chain(Tip.OF_EMPTY);
    private final GroupCommit commits = new GroupCommit("bare file", this::write, By.WHO_IS_ALONE);

    BareFile(Folder folder) {
        this.folder = folder;
        try {
            file = FileChannel.open(
                    folder.path().resolve("records"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void append(Draft draft) {
        commits.append(LedgerEngine.commit(draft));
    }

    private List<Outcome> write(List<Commit> batch) {
        var bytes = new ByteArrayOutputStream();
        var outcomes = new ArrayList<Outcome>(batch.size());
        try (var out = new DataOutputStream(bytes)) {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            for (var commit : batch) {
                var placed = place(commit, now);
                write(placed, out);
                outcomes.add(new Outcome.Recorded(placed.commit()));
            }
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(false);
        } catch (IOException e) {
            throw new LedgerException("The bare file could not be written.", e);
        }
        return outcomes;
    }

    private Placed place(Commit commit, Instant now) {
        var tip = chain.tip();
        var events = new ArrayList<RecordedEvent>();
        for (NewEvent event : commit.events()) {
            events.add(RecordedEvent.of(event, tip.position() + 1 + events.size(), tip.number() + 1, now));
        }
        return chain.add(tip.epoch(), now, commit.command(), events);
    }

    private static void write(Placed placed, DataOutputStream out) throws IOException {
        var commit = placed.commit();
        out.writeLong(commit.number());
        out.writeLong(commit.first());
        out.writeLong(commit.epoch());
        out.writeLong(commit.recordedAt().toEpochMilli());
        var command = commit.command();
        out.writeBoolean(command != null);
        if (command != null) {
            write(command, out);
        }
        out.write(commit.hash().bytes());
        write(placed.subtreeBytes(), out);
        out.writeInt(commit.events().size());
        for (var event : commit.events()) {
            write(event, out);
        }
    }

    private static void write(CommandKey command, DataOutputStream out) throws IOException {
        write(command.actor(), out);
        write(command.commandId(), out);
        write(command.bodyHash(), out);
    }

    private static void write(RecordedEvent event, DataOutputStream out) throws IOException {
        write(event.stream(), out);
        out.writeLong(event.sequence());
        write(event.eventId(), out);
        write(event.type(), out);
        out.writeInt(event.revision());
        write(event.payload(), out);
        write(event.metadata(), out);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() {
        commits.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.close();
    }
}
