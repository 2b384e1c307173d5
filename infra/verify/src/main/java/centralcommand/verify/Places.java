package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.source.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Positions without a gap, as many events as are said to be there, times and epochs that never fall. */
final class Places {
    private final Findings findings;
    private boolean known = true;
    private long expected = 1;
    private long lastEpoch = 1;
    private long lastTime = Long.MIN_VALUE;

    Places(Findings findings) {
        this.findings = findings;
    }

    /** Commits are missing before the next one, so nobody knows where it begins. */
    void gap() {
        known = false;
    }

    /**
     * Looks at a commit.
     *
     * @param following the commit after it, or null
     * @param agrees whether its content has the hash that is stored for it
     * @return position of its first event, and whether this explains why the content has another hash
     */
    Place accept(Entry.Commit commit, Entry.@Nullable Commit following, boolean agrees) {
        var size = commit.events().size();
        var next = following != null && following.number() == commit.number() + 1 ? following : null;
        var first = first(commit, next);
        var declared = size;
        if (commit.declaredEvents() >= 0) {
            declared = (int) Math.min(Integer.MAX_VALUE, commit.declaredEvents());
        } else if (!agrees && next != null && next.first() >= first) {
            declared = (int) Math.min(Integer.MAX_VALUE, next.first() - first);
        }
        var explained = count(commit, first, declared, agrees);
        if (declared == size) {
            positions(commit, first);
        }
        times(commit, agrees);
        known = true;
        expected = !agrees && next != null ? next.first() : first + size;
        return new Place(first, explained);
    }

    /** Where the first event of a commit stands. */
    record Place(long first, boolean explained) {}

    private long first(Entry.Commit commit, Entry.@Nullable Commit next) {
        if (!known || commit.first() == expected) {
            return commit.first();
        }
        findings.add(Finding.at(
                Kind.POSITION_GAP,
                commit.number(),
                "It begins at position %d, where position %d comes next.".formatted(commit.first(), expected)));
        var size = commit.events().size();
        return next != null && next.first() == expected + size ? expected : commit.first();
    }

    private boolean count(Entry.Commit commit, long first, int declared, boolean agrees) {
        var size = commit.events().size();
        if (declared == size) {
            return false;
        }
        if (agrees) {
            findings.add(Finding.at(
                    Kind.CHANGED,
                    commit.number(),
                    "It says that it has %d events, but it has %d, and its hash speaks of as many."
                            .formatted(declared, size)));
        } else if (declared > size) {
            findings.add(new Finding(
                    Kind.MISSING,
                    commit.number(),
                    firstMissing(commit, first),
                    "%d of the %d events of the commit %s missing."
                            .formatted(declared - size, declared, declared - size == 1 ? "is" : "are")));
        } else {
            findings.add(new Finding(
                    Kind.INSERTED,
                    commit.number(),
                    first,
                    "The commit has %d events where it should have %d.".formatted(size, declared)));
        }
        return true;
    }

    private static long firstMissing(Entry.Commit commit, long first) {
        var position = first;
        for (var event : commit.events()) {
            if (event.position() == 0) {
                return 0;
            }
            if (event.position() != position) {
                return position;
            }
            position++;
        }
        return position;
    }

    private void positions(Entry.Commit commit, long first) {
        var position = first;
        for (var event : commit.events()) {
            if (event.position() != 0 && event.position() != position) {
                findings.add(new Finding(
                        Kind.POSITION_GAP,
                        commit.number(),
                        event.position(),
                        "The event stands at this position, where %d comes next.".formatted(position)));
                return;
            }
            position++;
        }
    }

    private void times(Entry.Commit commit, boolean agrees) {
        if (commit.recordedAt() < lastTime) {
            findings.add(Finding.at(
                    Kind.TIME_FELL,
                    commit.number(),
                    "It was recorded at %s, which is before the commits before it (%s)."
                            .formatted(Instant.ofEpochMilli(commit.recordedAt()), Instant.ofEpochMilli(lastTime))));
        }
        if (commit.epoch() < lastEpoch) {
            findings.add(Finding.at(
                    Kind.EPOCH_FELL,
                    commit.number(),
                    "It was written in epoch %d, after epoch %d had begun.".formatted(commit.epoch(), lastEpoch)));
        }
        if (agrees) {
            // What was changed must not become the measure of what comes after it.
            lastTime = Math.max(lastTime, commit.recordedAt());
            lastEpoch = Math.max(lastEpoch, commit.epoch());
        }
        for (var event : commit.events()) {
            if (event.revision() < 0 || event.revision() > 0xFFFF_FFFFL) {
                findings.add(new Finding(
                        Kind.MALFORMED,
                        commit.number(),
                        event.position(),
                        "An event has revision %d.".formatted(event.revision())));
            }
        }
    }
}
