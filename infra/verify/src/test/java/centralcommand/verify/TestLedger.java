package centralcommand.verify;

import centralcommand.verify.note.TestKey;
import centralcommand.verify.proof.ReferenceTree;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A ledger written by the format's description alone, with no code of the verifier: commits, their hashes, keys and checkpoints. */
final class TestLedger {
    static final String WITNESS = "agency.example/witness";
    static final TestKey FIRST_KEY = TestKey.create();
    static final TestKey SECOND_KEY = TestKey.create();
    static final TestKey WITNESS_KEY = TestKey.create();
    /** Checkpoints of this many commits and more are signed by the second key. */
    static final int ROTATION = 25;

    static final List<Integer> CHECKPOINTS = List.of(10, 20, 30, 37);
    static final int COMMITS = 40;

    record Event(String id, String stream, long sequence, String type, int revision, byte[] payload, byte[] metadata) {
        Event withPayload(String text) {
            return new Event(id, stream, sequence, type, revision, text.getBytes(StandardCharsets.UTF_8), metadata);
        }
    }

    record Command(String actor, String id, String body) {}

    record Commit(
            long number,
            long first,
            long epoch,
            long recordedAt,
            @Nullable Command command,
            List<Event> events) {
        Commit withEvents(List<Event> changed) {
            return new Commit(number, first, epoch, recordedAt, command, changed);
        }
    }

    record Note(String kind, long size, String text) {}

    final List<Commit> commits;
    final List<byte[]> hashes = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final String origin;

    private TestLedger(List<Commit> commits) {
        this.commits = commits;
        var previous = new byte[32];
        for (var commit : commits) {
            previous = hash(commit, previous);
            hashes.add(previous);
        }
        origin =
                "central-command/" + HexFormat.of().formatHex(hashes.getFirst()).substring(0, 16);
        writeNotes();
    }

    /** Forty commits, the twelfth of them empty, in three streams; four checkpoints, the key replaced between the second and the third. */
    static TestLedger standard() {
        return rewritten(UnaryOperator.identity());
    }

    /** The same with some commits written otherwise from the start: every hash, checkpoint and signature fits. */
    static TestLedger rewritten(UnaryOperator<Commit> change) {
        return written(COMMITS, change);
    }

    static TestLedger written(int size, UnaryOperator<Commit> change) {
        var commits = new ArrayList<Commit>();
        var position = 1L;
        var sequences = new long[3];
        for (var number = 1; number <= size; number++) {
            var events = new ArrayList<Event>();
            for (var i = 0; i < (number == 12 ? 0 : 1 + number % 3); i++) {
                var stream = (number + i) % 3;
                events.add(event(position + i, stream, sequences[stream]++));
            }
            var command =
                    number % 4 == 3 || number == 12 ? null : new Command("kim", "command-" + number, "body-" + number);
            var commit = change.apply(new Commit(
                    number, position, number < 12 ? 1 : 2, 1_764_000_000_000L + number / 2 * 1000, command, events));
            commits.add(commit);
            position += commit.events().size();
        }
        return new TestLedger(commits);
    }

    static Event event(long position, int stream, long sequence) {
        var payload = position == 7
                ? new byte[] {(byte) 0xFF, 0, 1, (byte) 0xC3}
                : "{\"amount\":\"%d.00\",\"note\":\"Größe – \\\"%d\\\"\"}"
                        .formatted(position * 10, position)
                        .getBytes(StandardCharsets.UTF_8);
        return new Event(
                "event-" + position,
                "program/mp-" + stream,
                sequence,
                "milestone-forecast-changed",
                1,
                payload,
                "{\"actor\":\"kim\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** The layout of docs/ledger-format.md, byte by byte. */
    static byte[] hash(Commit commit, byte[] previous) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(0);
            out.writeByte(1);
            out.writeLong(commit.number());
            out.writeLong(commit.first());
            out.writeInt(commit.events().size());
            out.writeLong(commit.epoch());
            out.writeLong(commit.recordedAt());
            out.write(previous);
            var command = commit.command();
            if (command == null) {
                out.writeByte(0);
            } else {
                out.writeByte(1);
                text(out, command.actor());
                text(out, command.id());
                text(out, command.body());
            }
            for (var event : commit.events()) {
                text(out, event.id());
                text(out, event.stream());
                out.writeLong(event.sequence());
                text(out, event.type());
                out.writeInt(event.revision());
                out.write(ReferenceTree.sha256(event.payload()));
                out.write(ReferenceTree.sha256(event.metadata()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReferenceTree.sha256(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void writeNotes() {
        notes.add(new Note("key", 0, keyNote(FIRST_KEY, 0, FIRST_KEY)));
        for (var size : CHECKPOINTS) {
            if (size > commits.size()) {
                return;
            }
            if (size >= ROTATION
                    && notes.stream().filter(n -> n.kind().equals("key")).count() == 1) {
                notes.add(new Note("key", ROTATION, keyNote(SECOND_KEY, ROTATION, SECOND_KEY, FIRST_KEY)));
            }
            notes.add(new Note("checkpoint", size, checkpoint(size)));
        }
        var witnessed = checkpoint(30);
        notes.add(new Note("checkpoint", 30, witnessed + cosignature(witnessed)));
    }

    String keyNote(TestKey key, int from, TestKey... signers) {
        var text = "%s\nkey %s\nfrom %d\n".formatted(origin, key.logKey(origin), from);
        var note = new StringBuilder(text).append('\n');
        for (var signer : signers) {
            note.append(signer.sign(origin, text));
        }
        return note.toString();
    }

    /** Signed by the key that the ledger has for this size. */
    String checkpoint(int size) {
        return checkpoint(size, size < ROTATION ? FIRST_KEY : SECOND_KEY);
    }

    String checkpoint(int size, TestKey signer) {
        var text = "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root(size)));
        return text + "\n" + signer.sign(origin, text);
    }

    static String cosignature(String note) {
        return WITNESS_KEY.cosign(WITNESS, note.substring(0, note.lastIndexOf("\n\n") + 1), 1_764_000_123L);
    }

    byte[] root(int size) {
        return ReferenceTree.root(hashes.subList(0, size));
    }

    /** Roots of all complete subtrees that end with this commit, smallest first. */
    byte[] subtrees(int number) {
        var bytes = new ByteArrayOutputStream();
        for (var size = 2; number % size == 0; size *= 2) {
            bytes.writeBytes(ReferenceTree.root(hashes.subList(number - size, number)));
        }
        return bytes.toByteArray();
    }

    long events() {
        return commits.stream().mapToLong(commit -> commit.events().size()).sum();
    }
}
