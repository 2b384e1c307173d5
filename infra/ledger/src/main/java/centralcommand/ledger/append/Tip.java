package centralcommand.ledger.append;

import centralcommand.ledger.proof.Frontier;
import centralcommand.ledger.proof.Hash;
import java.time.Instant;

/**
 * Where the log ends: all that the next commit is placed by.
 *
 * @param number of the last commit, 0 if there is none
 * @param position of the last event, 0 if there is none
 * @param recordedAt of the last commit
 * @param epoch of the last commit, from 1
 * @param hash of the last commit, {@link Hash#ZERO} if there is none
 * @param frontier of the tree over all commits
 */
public record Tip(long number, long position, Instant recordedAt, long epoch, Hash hash, Frontier frontier) {
    public static final Tip OF_EMPTY = new Tip(0, 0, Instant.EPOCH, 1, Hash.ZERO, Frontier.EMPTY);

    /** The same with the right edge of its tree. */
    public Tip with(Frontier frontier) {
        return new Tip(number, position, recordedAt, epoch, hash, frontier);
    }
}
