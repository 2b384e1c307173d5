package centralcommand.query.contract.history;

import java.util.List;

/**
 * {@code GET /api/ledger/consistency}: proof that the ledger of one size is the beginning of the ledger of a later one (RFC 6962, section
 * 2.1.2).
 *
 * @param from commits of the earlier one
 * @param fromRoot its root, hexadecimal
 * @param to commits of the later one
 * @param toRoot its root, hexadecimal
 * @param proof hexadecimal hashes in the order of the RFC
 */
public record Consistency(long from, String fromRoot, long to, String toRoot, List<String> proof) {
    public Consistency {
        proof = List.copyOf(proof);
    }
}
