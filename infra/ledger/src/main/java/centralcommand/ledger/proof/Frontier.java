package centralcommand.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of the tree of RFC 6962: all that is needed to append leaves and to know the root, whatever the size.
 *
 * @param size number of leaves
 * @param roots of the complete subtrees that the leaves fall into, largest first: one for each bit set in {@code size}
 */
public record Frontier(long size, List<Hash> roots) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        roots = List.copyOf(roots);
        if (size < 0 || roots.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves has not %d complete subtrees.".formatted(size, roots.size()));
        }
    }

    /** The tree with one leaf more. */
    public Grown append(Hash leaf) {
        var completed = new ArrayList<Hash>();
        var node = leaf;
        var left = roots.size();
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            left--;
            node = Hash.ofNode(roots.get(left), node);
            completed.add(node);
        }
        var grown = new ArrayList<>(roots.subList(0, left));
        grown.add(node);
        return new Grown(new Frontier(size + 1, grown), completed);
    }

    /** The root of the tree; of an empty one the hash of nothing. */
    public Hash root() {
        if (size == 0) {
            return Hash.over();
        }
        var root = roots.getLast();
        for (var i = roots.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(roots.get(i), root);
        }
        return root;
    }

    /**
     * @param completed roots of the subtrees of 2, 4, 8 … leaves that the new leaf completed, smallest first
     */
    public record Grown(Frontier frontier, List<Hash> completed) {
        public Grown {
            completed = List.copyOf(completed);
        }
    }
}
