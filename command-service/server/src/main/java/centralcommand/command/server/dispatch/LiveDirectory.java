package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.server.directory.Directory;
import centralcommand.command.server.directory.Fact;
import centralcommand.ledger.DecodedEvent;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.RecordedEvent;
import java.util.List;

/** The directory of one ledger, caught up whenever it is asked for. */
public final class LiveDirectory {
    private static final int BATCH = 1_000;

    private final Ledger ledger;
    private final EventCodec codec;
    private Directory directory = Directory.EMPTY;

    public LiveDirectory(Ledger ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    /** All that was in the ledger when this was called, at least. */
    public synchronized Directory upToDate() {
        List<RecordedEvent> batch;
        do {
            batch = ledger.read(directory.position(), BATCH);
            for (RecordedEvent recorded : batch) {
                directory = directory.evolve(fact(recorded, codec));
            }
        } while (batch.size() == BATCH);
        return directory;
    }

    /** The event as rules read it. */
    public static Fact fact(RecordedEvent recorded, EventCodec codec) {
        DecodedEvent decoded = codec.decode(recorded);
        return new Fact(
                recorded.position(),
                recorded.stream(),
                recorded.sequence(),
                (Event) decoded.payload(),
                Authorship.fromMetadata(decoded.metadata()));
    }
}
