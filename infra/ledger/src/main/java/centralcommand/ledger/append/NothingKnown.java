package centralcommand.ledger.append;

import centralcommand.ledger.RecordedCommit;
import java.util.Optional;

/** The lookups of an empty store. */
public final class NothingKnown implements Lookups {
    @Override
    public Optional<RecordedCommit> commandOf(String actor, String commandId) {
        return Optional.empty();
    }

    @Override
    public long lastSequence(String stream) {
        return -1;
    }

    @Override
    public boolean hasEvent(String eventId) {
        return false;
    }
}
