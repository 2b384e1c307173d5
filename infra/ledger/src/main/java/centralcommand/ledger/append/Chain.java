package centralcommand.ledger.append;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.proof.CommitHasher;
import centralcommand.ledger.proof.CommitLeaf;
import centralcommand.ledger.proof.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extends the hash chain and the tree from a tip on, commit by commit. */
public final class Chain {
    private final CommitHasher hasher = new CommitHasher();
    private Tip tip;

    /** For one thread at a time. */
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
        var hash = hasher.hash(leaf(number, first, epoch, recordedAt, tip.hash(), command, events));
        var commit = new RecordedCommit(number, first, epoch, recordedAt, command, events, hash);
        var grown = tip.frontier().append(hash);
        tip = new Tip(number, commit.lastPosition(), recordedAt, epoch, hash, grown.frontier());
        return new Placed(commit, grown.completed());
    }

    private static CommitLeaf leaf(
            long number,
            long first,
            long epoch,
            Instant recordedAt,
            Hash previous,
            @Nullable CommandKey command,
            List<RecordedEvent> events) {
        var leaves = new ArrayList<CommitLeaf.Event>(events.size());
        for (var event : events) {
            leaves.add(new CommitLeaf.Event(
                    event.eventId(),
                    event.stream(),
                    event.sequence(),
                    event.type(),
                    event.revision(),
                    event.payload(),
                    event.metadata()));
        }
        return new CommitLeaf(
                number,
                first,
                epoch,
                recordedAt.toEpochMilli(),
                previous,
                command == null
                        ? null
                        : new CommitLeaf.Command(command.actor(), command.commandId(), command.bodyHash()),
                leaves);
    }
}
