package centralcommand.query.server.live;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.ledger.DecodedEvent;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.RecordedEvent;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.view.Log;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads facts out of the ledger. */
public final class FactReader implements Log {
    private final Ledger ledger;
    private final EventCodec codec;

    public FactReader(Ledger ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    @Override
    public Optional<Recorded> at(long position) {
        return ledger.read(position - 1, 1).stream()
                .findFirst()
                .map(event -> new Recorded(fact(event), new String(event.payload(), StandardCharsets.UTF_8)));
    }

    /** At most {@code limit} facts after the position. */
    List<Fact<?>> after(long position, int limit) {
        return ledger.read(position, limit).stream().<Fact<?>>map(this::fact).toList();
    }

    private Fact<?> fact(RecordedEvent recorded) {
        DecodedEvent decoded = codec.decode(recorded);
        return new Fact<>(
                recorded.position(),
                recorded.commit(),
                recorded.recordedAt(),
                recorded.stream(),
                recorded.sequence(),
                recorded.type(),
                recorded.revision(),
                Authorship.fromMetadata(decoded.metadata()),
                (Event) decoded.payload());
    }
}
