package centralcommand.ledger.append;

import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import java.util.List;

/**
 * A commit with its place in the log, ready to be stored.
 *
 * @param subtrees roots of the subtrees of 2, 4, 8 … commits that end with it, smallest first
 */
public record Placed(RecordedCommit commit, List<Hash> subtrees) {
    public Placed {
        subtrees = List.copyOf(subtrees);
    }

    /** As it is stored: one root after the other. */
    public byte[] subtreeBytes() {
        var bytes = new byte[subtrees.size() * Hash.BYTES];
        for (var i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }
}
