package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Rejection;
import java.util.List;

/** What became of a command. */
public sealed interface Answer {

    /**
     * It was carried out.
     *
     * @param position of its last event; the head of the ledger where nothing changed
     */
    record Done(String commandId, long position, List<Recorded> events) implements Answer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** An event that it yielded. */
    record Recorded(long position, String type) {}

    /**
     * It would be carried out. Nothing is recorded, and its id is not used.
     *
     * @param dryRun always true: tells this answer from that of a command which was carried out
     * @param position head of the ledger when it was decided
     */
    record Foreseen(boolean dryRun, long position, List<ForeseenEvent> events) implements Answer {
        public Foreseen {
            events = List.copyOf(events);
        }
    }

    /** An event that it would yield. */
    record ForeseenEvent(String type) {}

    /** It would be refused. Nothing is recorded, and its id is not used. */
    record WouldBeRefused(Rejection rejection) implements Answer {}

    /** It was refused, and that is on record. */
    record Refused(String commandId, Rejection rejection) implements Answer {}

    /** Its id was used for another command. */
    record IdUsed(String commandId) implements Answer {}

    /** It was refused, and too many refusals were recorded for this account of late to record another. */
    record TooManyRefusals(Rejection rejection, long retryAfterSeconds) implements Answer {}

    /** Others kept getting in between; nothing was recorded. */
    record Busy() implements Answer {}
}
