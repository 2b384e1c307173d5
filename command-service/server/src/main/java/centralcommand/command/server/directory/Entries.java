package centralcommand.command.server.directory;

import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.clearance.Visibility;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.function.UnaryOperator;

/**
 * Every entry of the ledger, and where it stands.
 *
 * @param positions of entries by their place in a stream
 * @param corrections position of the struck entry by that of the correction
 */
record Entries(
        Map<Long, Entry> byPosition,
        Map<Place, Long> positions,
        Map<Long, Long> corrections,
        Map<Agency, ReleasePolicy> policies) {

    static final Entries NONE = new Entries(HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty());

    record Place(String stream, long sequence) {}

    ReleasePolicy policyOf(Agency agency) {
        return policies.getOrElse(agency, ReleasePolicy.BY_APPROVER);
    }

    /** @throws IllegalStateException if there is none at that position */
    Entry require(long position) {
        return byPosition
                .get(position)
                .getOrElseThrow(() -> new IllegalStateException("Position " + position + " is no entry."));
    }

    Entries evolve(Fact fact) {
        Entries before = fact.event() instanceof Event.Entry entry ? with(fact, entry) : this;
        return switch (fact.event()) {
            case ClearanceEvent.EntriesReleased e -> before.released(e);
            case ClearanceEvent.EntryWithdrawn e -> before.withdrawn(e.position());
            case ClearanceEvent.EntryCorrected e -> before.corrected(fact.position(), e.position());
            case ClearanceEvent.ReleasePolicySet e ->
                new Entries(
                        before.byPosition,
                        before.positions,
                        before.corrections,
                        before.policies.put(e.agency(), e.policy()));
            default -> before;
        };
    }

    private Entries with(Fact fact, Event.Entry event) {
        Agency agency = fact.authorship().agency();
        boolean released = agency == null || Visibility.releasedWhenRecorded(agency, policyOf(agency));
        Entry entry = new Entry(
                fact.position(),
                fact.stream(),
                fact.sequence(),
                event.getClass(),
                fact.authorship().actor(),
                agency,
                event.provenance().marking(),
                released,
                false,
                null);
        return new Entries(
                byPosition.put(fact.position(), entry),
                positions.put(new Place(fact.stream(), fact.sequence()), fact.position()),
                corrections,
                policies);
    }

    private Entries released(ClearanceEvent.EntriesReleased event) {
        Entries after = this;
        for (long position : event.positions()) {
            after = after.changed(position, Entry::release);
        }
        return after;
    }

    /** A correction that is taken back lets what it struck stand again. */
    private Entries withdrawn(long position) {
        Entries after = changed(position, Entry::withdraw);
        return corrections
                .get(position)
                .map(struck -> after.changed(struck, entry -> entry.struck(null)))
                .getOrElse(after);
    }

    private Entries corrected(long correction, long position) {
        Entries after = changed(position, entry -> entry.struck(correction));
        return new Entries(after.byPosition, positions, corrections.put(correction, position), policies);
    }

    private Entries changed(long position, UnaryOperator<Entry> change) {
        return new Entries(byPosition.put(position, change.apply(require(position))), positions, corrections, policies);
    }
}
