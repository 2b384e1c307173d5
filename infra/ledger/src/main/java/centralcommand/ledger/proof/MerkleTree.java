package centralcommand.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, over nodes that somebody keeps: its root and its proofs at any size that it ever had.
 *
 * <p>A complete subtree never changes again, so the nodes of all sizes are the same ones. Every answer reads at most about
 * {@code 2 * log2(size)} of them.
 */
public record MerkleTree(Nodes nodes) {

    /** Roots of complete subtrees. */
    @FunctionalInterface
    public interface Nodes {
        /**
         * The root of the complete subtree of {@code 2^level} leaves that starts at leaf {@code index * 2^level}.
         *
         * @param level 0 to 62; on level 0 the node is the hash of the leaf itself
         * @param index from 0
         */
        Hash node(int level, long index);
    }

    /**
     * The root of the tree of the first leaves; of none the hash of nothing.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Hash root(long size) {
        return frontier(size).root();
    }

    /**
     * The right edge of the tree of the first leaves, from which it can grow.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Frontier frontier(long size) {
        checkSize(size);
        return edge(0, size);
    }

    /**
     * The path from a leaf to the root (RFC 6962, section 2.1.1), from the sibling of the leaf upwards.
     *
     * @param leafIndex from 0: that of commit {@code n} is {@code n - 1}
     * @throws IllegalArgumentException unless the tree of that size has the leaf
     */
    public List<Hash> inclusionProof(long leafIndex, long size) {
        checkSize(size);
        if (leafIndex < 0 || leafIndex >= size) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves has no leaf with index %d.".formatted(size, leafIndex));
        }
        var path = new ArrayList<Hash>();
        var start = 0L;
        var count = size;
        while (count > 1) {
            var left = leftLeaves(count);
            if (leafIndex < start + left) {
                path.add(edge(start + left, count - left).root());
                count = left;
            } else {
                path.add(edge(start, left).root());
                start += left;
                count -= left;
            }
        }
        return path.reversed();
    }

    /**
     * What shows that the tree of one size begins with all leaves of a smaller one (RFC 6962, section 2.1.2). Nothing has to be shown
     * for equal sizes or for the empty tree: the proof is empty then.
     *
     * @throws IllegalArgumentException unless {@code 0 <= fromSize <= toSize}
     */
    public List<Hash> consistencyProof(long fromSize, long toSize) {
        checkSize(fromSize);
        if (fromSize > toSize) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves cannot begin with all leaves of one of %d.".formatted(toSize, fromSize));
        }
        if (fromSize == 0) {
            return List.of();
        }
        var path = new ArrayList<Hash>();
        var start = 0L;
        var count = toSize;
        while (start + count > fromSize) {
            var left = leftLeaves(count);
            if (fromSize <= start + left) {
                path.add(edge(start + left, count - left).root());
                count = left;
            } else {
                path.add(edge(start, left).root());
                start += left;
                count -= left;
            }
        }
        // A subtree that starts at the first leaf is the smaller tree itself, whose root the verifier knows.
        if (start > 0) {
            path.add(edge(start, count).root());
        }
        return path.reversed();
    }

    /** The complete subtrees, largest first, of leaves that start where a subtree large enough for them can start. */
    private Frontier edge(long start, long count) {
        var roots = new ArrayList<Hash>(Long.bitCount(count));
        var next = start;
        for (var rest = count; rest > 0; ) {
            var leaves = Long.highestOneBit(rest);
            var level = Long.numberOfTrailingZeros(leaves);
            roots.add(nodes.node(level, next >> level));
            next += leaves;
            rest -= leaves;
        }
        return new Frontier(count, roots);
    }

    /** RFC 6962, section 2.1: the largest power of two that is smaller than the number of leaves, of which there are at least two. */
    private static long leftLeaves(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static void checkSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have %d leaves.".formatted(size));
        }
    }
}
