package centralcommand.ledger.append;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extends the hash chain and the tree from a tip on, commit by commit. */
public final class Chain {
    private final CommitHasher hasher = new CommitHasher();
    private Tip tip;

    public Chain(Tip tip) {
        this.tip = tip;
    }

    /** Where the log ends with all that was added. */
    public Tip tip() {
        return tip;
    }

    /** The next commit; its events must have their positions. */
    public Placed add(long epoch, Instant recordedAt, @Nullable CommandKey command, List<RecordedEvent> events) {
        var number = tip.number() + 1;
        var first = tip.position() + 1;
        var hash = hasher.hash(number, first, epoch, recordedAt, tip.hash(), command, events);
        var commit = new RecordedCommit(number, first, epoch, recordedAt, command, events, hash);
        var grown = tip.frontier().append(hash);
        tip = new Tip(number, commit.lastPosition(), recordedAt, epoch, hash, grown.frontier());
        return new Placed(commit, grown.completed());
    }
}
