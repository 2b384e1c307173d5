package centralcommand.ledger.proof;

/** The nodes of complete subtrees of a tree of RFC 6962, wherever they are kept. */
@FunctionalInterface
public interface Nodes {
    /**
     * The root of the complete subtree of 2^level leaves that begins with leaf {@code index * 2^level}, counted from 0.
     *
     * @param level 0 for the leaf hash itself
     * @throws IllegalArgumentException if the tree is not that large
     */
    Hash node(int level, long index);
}
