package centralcommand.ledger.proof;

import java.util.List;

/**
 * Tells whether a proof holds, with nothing but the hashes in it. Whatever is wrong with a proof (its hashes, their number, the sizes),
 * the answer is {@code false}; nothing is thrown.
 *
 * <p>A size and its root must come from one checkpoint: trees of several sizes have paths of the same form, so a proof does not show of
 * which of them the root is.
 */
public final class Proofs {
    private Proofs() {}

    /**
     * Whether the leaf stands at this index of the tree with this size and root (RFC 9162, section 2.1.3.2).
     *
     * @param leafIndex from 0
     * @param proof from the sibling of the leaf upwards
     */
    public static boolean includes(Hash leaf, long leafIndex, long size, List<Hash> proof, Hash root) {
        if (leafIndex < 0 || leafIndex >= size) {
            return false;
        }
        var path = new Path(leafIndex, size - 1);
        var computed = leaf;
        for (var sibling : proof) {
            if (path.isAtTop()) {
                return false;
            }
            computed = path.siblingIsLeft() ? Hash.ofNode(sibling, computed) : Hash.ofNode(computed, sibling);
            path.climb();
        }
        return path.isAtTop() && computed.equals(root);
    }

    /**
     * Whether the tree with the second size and root begins with all leaves of the tree with the first (RFC 9162, section 2.1.4.2).
     *
     * <p>Trees of one size are consistent if they have one root, and every tree begins with the empty one; the proof must be empty then.
     * So a first size of 0 says nothing about the second root.
     */
    public static boolean consistent(long fromSize, Hash fromRoot, long toSize, Hash toRoot, List<Hash> proof) {
        if (fromSize < 0 || fromSize > toSize) {
            return false;
        }
        if (fromSize == toSize) {
            return proof.isEmpty() && fromRoot.equals(toRoot) && (fromSize > 0 || fromRoot.equals(Hash.over()));
        }
        if (fromSize == 0) {
            return proof.isEmpty() && fromRoot.equals(Hash.over());
        }
        // The smaller tree is one complete subtree: its root is where the path begins, and the proof does not repeat
        // it.
        var isComplete = Long.bitCount(fromSize) == 1;
        if (!isComplete && proof.isEmpty()) {
            return false;
        }
        var path = new Path(fromSize - 1, toSize - 1);
        path.climbWhileRightChild();
        var from = isComplete ? fromRoot : proof.getFirst();
        var to = from;
        for (var sibling : isComplete ? proof : proof.subList(1, proof.size())) {
            if (path.isAtTop()) {
                return false;
            }
            if (path.siblingIsLeft()) {
                from = Hash.ofNode(sibling, from);
                to = Hash.ofNode(sibling, to);
            } else {
                to = Hash.ofNode(to, sibling);
            }
            path.climb();
        }
        return path.isAtTop() && from.equals(fromRoot) && to.equals(toRoot);
    }

    /** Where a node and the last node stand on their level, from the leaves up to the root: {@code fn} and {@code sn} of RFC 9162. */
    private static final class Path {
        private long index;
        private long last;

        Path(long index, long last) {
            this.index = index;
            this.last = last;
        }

        boolean isAtTop() {
            return last == 0;
        }

        /** A node that ends its level without a sibling on the right goes up unchanged until it is a right child. */
        boolean siblingIsLeft() {
            return isRightChild() || index == last;
        }

        void climb() {
            if (index == last) {
                while (!isRightChild() && index != 0) {
                    up();
                }
            }
            up();
        }

        void climbWhileRightChild() {
            while (isRightChild()) {
                up();
            }
        }

        private boolean isRightChild() {
            return (index & 1) == 1;
        }

        private void up() {
            index >>= 1;
            last >>= 1;
        }
    }
}
