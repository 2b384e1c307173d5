package centralcommand.ledger.axon;

import centralcommand.ledger.RecordedEvent;
import java.util.Map;

/** Where a message of the {@link LedgerMessageSource} stands in the ledger: keys that it adds to the message's metadata. */
public final class LedgerMetaData {
    public static final String POSITION = "ledger.position";
    public static final String COMMIT = "ledger.commit";
    public static final String STREAM = "ledger.stream";
    public static final String SEQUENCE = "ledger.sequence";
    public static final String TYPE = "ledger.type";

    private LedgerMetaData() {}

    static Map<String, String> of(RecordedEvent event) {
        return Map.of(
                POSITION, Long.toString(event.position()),
                COMMIT, Long.toString(event.commit()),
                STREAM, event.stream(),
                SEQUENCE, Long.toString(event.sequence()),
                TYPE, event.type());
    }
}
