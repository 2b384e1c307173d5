package centralcommand.query.server.view;

import centralcommand.query.contract.history.Seal;
import org.jspecify.annotations.Nullable;

/** What is signed about the ledger. */
public interface Seals {
    /** Commits of the ledger. */
    long commits();

    /** The last checkpoint that holds; null where nothing was signed yet. */
    @Nullable
    Seal latest();
}
