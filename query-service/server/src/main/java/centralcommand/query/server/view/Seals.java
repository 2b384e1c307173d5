package centralcommand.query.server.view;

import centralcommand.query.contract.history.Seal;
import org.jspecify.annotations.Nullable;

/** What is signed about the ledger. */
public interface Seals {
    /** Commits of the ledger. */
    long commits();

    /** What speaks against this being the ledger that was signed for; null if nothing does. */
    @Nullable
    String alarm();

    /** The last checkpoint that holds; null where nothing was signed yet. */
    @Nullable
    Seal latest();
}
