package centralcommand.ledger.append;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import java.util.HashMap;
import java.util.Map;

/** Takes commits that were recorded elsewhere only if they are the next ones and hash to what they say. */
public final class Adoption {
    private final Chain chain;
    private final Lookups lookups;
    private final Map<String, Long> lastSequences = new HashMap<>();

    public Adoption(Tip tip, Lookups lookups) {
        this.chain = new Chain(tip);
        this.lookups = lookups;
    }

    /** Where the log ends with all that was taken. */
    public Tip tip() {
        return chain.tip();
    }

    /** @throws LedgerException if the commit does not follow; it says why */
    public Placed take(RecordedCommit commit) {
        var tip = chain.tip();
        if (commit.number() != tip.number() + 1) {
            throw refused(commit, "the next one is %d".formatted(tip.number() + 1));
        }
        if (commit.first() != tip.position() + 1) {
            throw refused(
                    commit, "its first position is %d, the next is %d".formatted(commit.first(), tip.position() + 1));
        }
        if (commit.recordedAt().isBefore(tip.recordedAt()) || commit.epoch() < tip.epoch()) {
            throw refused(commit, "its time or epoch is before that of the commit before it");
        }
        for (var event : commit.events()) {
            long last = lastSequences.computeIfAbsent(event.stream(), lookups::lastSequence);
            if (event.sequence() != last + 1) {
                throw refused(
                        commit,
                        "stream %s stands at %d, so its next event cannot be %d"
                                .formatted(event.stream(), last, event.sequence()));
            }
            lastSequences.put(event.stream(), event.sequence());
        }
        var placed = chain.add(commit.epoch(), commit.recordedAt(), commit.command(), commit.events());
        if (!placed.commit().equals(commit)) {
            throw refused(commit, "its content does not hash to %s".formatted(commit.hash()));
        }
        return placed;
    }

    private static LedgerException refused(RecordedCommit commit, String why) {
        return new LedgerException("Commit %d cannot be taken: %s.".formatted(commit.number(), why));
    }
}
