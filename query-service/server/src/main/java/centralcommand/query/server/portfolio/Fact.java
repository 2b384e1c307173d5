package centralcommand.query.server.portfolio;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Washington;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One event of the ledger, read: an <em>entry</em> where it carries a provenance, otherwise an <em>act</em>.
 *
 * @param stream what it belongs to, with its number there
 * @param type stored name
 */
public record Fact<T extends Event>(
        long position,
        long commit,
        Instant recordedAt,
        String stream,
        long sequence,
        String type,
        int revision,
        Authorship by,
        T event) {

    /** This fact, known to carry this event, which is its own. */
    <S extends Event> Fact<S> carrying(S own) {
        if (own != event) {
            throw new IllegalArgumentException("The fact at position %d carries another event.".formatted(position));
        }
        @SuppressWarnings(
                "unchecked") // It carries an event of that type, as was just seen; a copy for each audience would fill
        // the memory.
        Fact<S> known = (Fact<S>) this;
        return known;
    }

    /** Absent for an act. */
    public @Nullable Provenance provenance() {
        return event instanceof Event.Entry entry ? entry.provenance() : null;
    }

    /** NONE for an act. */
    public Marking marking() {
        Provenance provenance = provenance();
        return provenance == null ? Marking.NONE : provenance.marking();
    }

    /** The day on which it was said; for an act the day on which it was done. */
    public LocalDate saidOn() {
        Provenance provenance = provenance();
        return provenance == null ? recordedOn() : provenance.statedOn();
    }

    /** The day in Washington on which the ledger took it. */
    public LocalDate recordedOn() {
        return Washington.day(recordedAt);
    }

    Told told() {
        return new Told(saidOn(), position);
    }

    boolean isStatedAfter(LocalDate day) {
        Provenance provenance = provenance();
        return provenance != null && provenance.statedOn().isAfter(day);
    }
}
