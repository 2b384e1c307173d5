package centralcommand.ledger.append;

import centralcommand.ledger.RecordedCommit;
import java.util.Optional;

/** What a placement asks the store; answers are as of the tip that it starts from. */
public interface Lookups {
    Optional<RecordedCommit> commandOf(String actor, String commandId);

    /** -1 if the stream is empty. */
    long lastSequence(String stream);

    boolean hasEvent(String eventId);
}
