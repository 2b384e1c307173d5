package centralcommand.query.contract.history;

import java.util.List;

/**
 * {@code GET /api/ledger/keys}: the keys that sign for the ledger, in the order in which they came into force. Each but the first was
 * introduced by the one before it.
 */
public record SigningKeys(List<InForce> keys) {
    public SigningKeys {
        keys = List.copyOf(keys);
    }

    /**
     * @param key as {@code infra/verify} takes it
     * @param from smallest size of a checkpoint, in commits, that it signs
     */
    public record InForce(String key, long from) {}
}
