package centralcommand.query.contract.history;

import java.util.List;

/**
 * {@code GET /api/ledger/inclusion}: proof that an event is in the ledger that a checkpoint speaks of (RFC 6962, section 2.1.1).
 *
 * @param position of the event
 * @param commit that it came with; leaf {@code commit - 1} of the tree
 * @param hash of that commit, hexadecimal, as docs/ledger-format.md lays it out
 * @param size of the tree, in commits
 * @param root of the tree of that size, hexadecimal
 * @param proof hashes from the leaf up, hexadecimal
 */
public record Inclusion(long position, long commit, String hash, long size, String root, List<String> proof) {
    public Inclusion {
        proof = List.copyOf(proof);
    }
}
