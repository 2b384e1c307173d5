package centralcommand.verify.proof;

import java.util.ArrayList;
import java.util.List;

/** A tree of RFC 6962, section 2.1, built leaf by leaf; of a tree of n leaves it remembers at most log2(n) hashes. */
public final class GrowingTree {
    private final Sha256 sha = new Sha256();
    /** Roots of the complete subtrees that the tree is made of, largest first. */
    private final List<byte[]> edge = new ArrayList<>();

    private long size;

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /**
     * Adds a leaf.
     *
     * @param leafHash its hash, of 32 bytes
     * @return the roots of the complete subtrees of 2, 4, 8 … leaves that end with it, smallest first
     */
    public List<byte[]> add(byte[] leafHash) {
        var completed = new ArrayList<byte[]>(2);
        var hash = leafHash;
        for (var rest = size; (rest & 1) == 1; rest >>>= 1) {
            hash = sha.node(edge.removeLast(), hash);
            completed.add(hash);
        }
        edge.add(hash);
        size++;
        return completed;
    }

    /** Root of the tree as it is now; of no leaves, the hash of nothing. */
    public byte[] root() {
        if (edge.isEmpty()) {
            return sha.of(new byte[0]);
        }
        var hash = edge.getLast();
        for (var i = edge.size() - 2; i >= 0; i--) {
            hash = sha.node(edge.get(i), hash);
        }
        return hash;
    }
}
