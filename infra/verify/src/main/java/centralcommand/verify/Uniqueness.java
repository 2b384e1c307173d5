package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.proof.Sha256;
import centralcommand.verify.source.Entry;
import java.nio.ByteBuffer;

/**
 * That nothing stands twice which must stand once: event ids, commands of an actor, sequences of a stream. Of each only the first 128 bits of
 * its SHA-256 are kept, and sorted at the end, in bounded memory: equal ones cannot be missed, and two different ones would be taken for
 * equal less than once in 10^20 ledgers of a billion events.
 */
final class Uniqueness implements AutoCloseable {
    private final Sha256 sha = new Sha256();
    private final byte[] fingerprint = new byte[Sha256.LENGTH];
    private final SortedRuns eventIds = new SortedRuns(4);
    private final SortedRuns commands = new SortedRuns(3);
    private final SortedRuns sequences = new SortedRuns(5);

    /** Remembers a commit whose first event has this position, where the store does not say it of each. */
    void add(Entry.Commit commit, long first) {
        var command = commit.command();
        if (command != null) {
            var key = ByteBuffer.allocate(4 + command.actor().length + command.id().length)
                    .putInt(command.actor().length)
                    .put(command.actor())
                    .put(command.id());
            sha.of(key.array(), fingerprint, 0);
            commands.add(high(), low(), commit.number());
        }
        var counted = first;
        for (var event : commit.events()) {
            var position = event.position() > 0 ? event.position() : counted;
            counted++;
            sha.of(event.id(), fingerprint, 0);
            eventIds.add(high(), low(), position, commit.number());
            sha.of(event.stream(), fingerprint, 0);
            sequences.add(high(), low(), position, event.sequence(), commit.number());
        }
    }

    private long high() {
        return ByteBuffer.wrap(fingerprint).getLong();
    }

    private long low() {
        return ByteBuffer.wrap(fingerprint).getLong(8);
    }

    void report(Findings findings) {
        eventIds.forEach(new Repeated() {
            @Override
            void repeated(long position, long former, long[] row) {
                findings.add(new Finding(
                        Kind.DOUBLED,
                        row[3],
                        position,
                        "The event has the same id as the one at position %d.".formatted(former)));
            }
        });
        commands.forEach(new Repeated() {
            @Override
            void repeated(long commit, long former, long[] row) {
                findings.add(Finding.at(
                        Kind.DOUBLED,
                        commit,
                        "The commit has the same actor and command id as commit %d: the command was carried out twice."
                                .formatted(former)));
            }
        });
        sequences.forEach(new Sequences(findings));
    }

    /** Meets rows by fingerprint and then by place. */
    private abstract static class Repeated implements SortedRuns.Visitor {
        private long high;
        private long low;
        private long former = -1;

        @Override
        public void row(long[] row) {
            if (former >= 0 && row[0] == high && row[1] == low) {
                repeated(row[2], former, row);
            } else {
                former = row[2];
            }
            high = row[0];
            low = row[1];
        }

        abstract void repeated(long place, long former, long[] row);
    }

    /** In each stream, by position, sequences must count 0, 1, 2 …; after a gap counting goes on from what stands there. */
    private static final class Sequences implements SortedRuns.Visitor {
        private final Findings findings;
        private boolean started;
        private long high;
        private long low;
        private long expected;

        Sequences(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void row(long[] row) {
            if (!started || row[0] != high || row[1] != low) {
                started = true;
                high = row[0];
                low = row[1];
                expected = 0;
            }
            var sequence = row[3];
            if (sequence == expected) {
                expected++;
                return;
            }
            var doubled = sequence >= 0 && sequence < expected;
            findings.add(new Finding(
                    doubled ? Kind.DOUBLED : Kind.SEQUENCE_GAP,
                    row[4],
                    row[2],
                    doubled
                            ? "The event has sequence %d in its stream, which an earlier one has already."
                                    .formatted(sequence)
                            : "The event has sequence %d in its stream, where %d comes next."
                                    .formatted(sequence, expected)));
            if (sequence > expected && sequence < Long.MAX_VALUE) {
                expected = sequence + 1;
            }
        }
    }

    @Override
    public void close() {
        eventIds.close();
        commands.close();
        sequences.close();
    }
}
