package centralcommand.query.contract.history;

import java.time.Instant;
import java.util.List;

/**
 * The last checkpoint of the ledger: what is signed, by whom, and who outside has confirmed it.
 *
 * @param commits that it covers: the size of the tree
 * @param position of the last event that it covers
 * @param root of the tree, 64 hexadecimal digits; settles every byte of all that is covered
 * @param key that signed it, as {@code infra/verify} takes it
 * @param witnesses who cosigned it; each had seen that it continues what they saw before
 */
public record Seal(long commits, long position, String root, String key, List<Witnessed> witnesses) {
    public Seal {
        witnesses = List.copyOf(witnesses);
    }

    /** @param at when, by the witness's clock */
    public record Witnessed(String name, Instant at) {}
}
