package centralcommand.ledger.axon;

import centralcommand.ledger.NewEvent;
import java.io.Serial;
import java.util.List;

/** Ends a unit of work that was only rehearsed: nothing of it is recorded. */
public final class RehearsedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Stored names of the events that would have been recorded, in their order. */
    private final List<String> types;

    RehearsedException(List<NewEvent> events) {
        super("Rehearsed: " + events.size() + " events were not recorded.", null, false, false);
        types = events.stream().map(NewEvent::type).toList();
    }

    public List<String> types() {
        return types;
    }
}
