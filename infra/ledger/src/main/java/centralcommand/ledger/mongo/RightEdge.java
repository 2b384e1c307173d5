package centralcommand.ledger.mongo;

import centralcommand.ledger.proof.Frontier;
import centralcommand.ledger.proof.Hash;
import java.util.ArrayList;

/** Reads the right edge of the tree from the commits that keep its nodes. */
final class RightEdge {
    private RightEdge() {}

    /** @throws UnansweredException if not all of them are there yet */
    static Frontier of(long size, Slots slots) {
        var levels = new ArrayList<Integer>();
        var ends = new ArrayList<Long>();
        var end = 0L;
        for (var level = Long.SIZE - 2; level >= 0; level--) {
            if ((size & (1L << level)) != 0) {
                end += 1L << level;
                levels.add(level);
                ends.add(end);
            }
        }
        var nodes = slots.nodes(ends);
        var roots = new ArrayList<Hash>();
        for (var i = 0; i < ends.size(); i++) {
            var ofCommit = nodes.get(ends.get(i));
            if (ofCommit == null || ofCommit.size() <= levels.get(i)) {
                throw new UnansweredException(
                        "Commit %d, which ends a part of the tree, was not found.".formatted(ends.get(i)), null);
            }
            roots.add(ofCommit.get(levels.get(i)));
        }
        return new Frontier(size, roots);
    }
}
