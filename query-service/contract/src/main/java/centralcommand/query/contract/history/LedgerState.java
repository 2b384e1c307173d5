package centralcommand.query.contract.history;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/ledger}.
 *
 * @param head last position of the ledger, whether or not the asker may see it
 * @param recordedAt when it was recorded; absent for an empty ledger
 * @param commits of the ledger: each holds the events of one command
 * @param seal the last checkpoint; absent where nothing was signed yet
 * @param proof what is proved about it and what is not, in plain words
 * @param types events by stored name that the viewer may see
 */
public record LedgerState(
        @JsonUnwrapped Standpoint standpoint,
        long head,
        @Nullable Instant recordedAt,
        long commits,
        @Nullable Seal seal,
        String proof,
        List<TypeCount> types) {

    public record TypeCount(String type, long events) {}
}
