package centralcommand.ledger;

import java.util.Map;

/** What a recorded event says: the event itself, and who, why and from where. */
public record DecodedEvent(Object payload, Map<String, String> metadata) {
    public DecodedEvent {
        metadata = Map.copyOf(metadata);
    }
}
