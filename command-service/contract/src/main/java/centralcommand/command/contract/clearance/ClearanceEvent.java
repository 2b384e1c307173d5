package centralcommand.command.contract.clearance;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import java.time.YearMonth;
import java.util.List;

/** How entries became an agency's word, or ceased to be. */
public sealed interface ClearanceEvent extends Event {

    /** The agency in whose stream it stands. */
    Agency agency();

    /** These entries are the agency's word. */
    record EntriesReleased(Agency agency, List<Long> positions) implements ClearanceEvent {
        public EntriesReleased {
            positions = List.copyOf(positions);
        }
    }

    /** Its author took an entry back before it was released. */
    record EntryWithdrawn(Agency agency, long position, String reason) implements ClearanceEvent {}

    /** Entries recorded from here on are released in this way. */
    record ReleasePolicySet(Agency agency, ReleasePolicy policy) implements ClearanceEvent {}

    /** The agency's report for the month is complete. */
    record PeriodCertified(Agency agency, YearMonth month) implements ClearanceEvent {}

    /** An entry is struck: it no longer counts from here on. A correction is itself an entry, seen by others once released. */
    record EntryCorrected(Agency agency, long position, String reason, Provenance provenance)
            implements ClearanceEvent, Event.Entry {}
}
