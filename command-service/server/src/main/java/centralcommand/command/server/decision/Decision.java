package centralcommand.command.server.decision;

import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Rejection.Kind;
import java.util.List;
import java.util.OptionalLong;

/** What a rule says to a command. */
public sealed interface Decision {

    /**
     * These become true.
     *
     * @param events none where the command changes nothing
     * @param reliance what must not have moved until they are recorded
     */
    record Accepted(List<Event> events, Reliance reliance) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Rejected(Rejection rejection) implements Decision {}

    /** What a decision takes for granted until it is recorded. */
    enum Reliance {
        /** Only the streams that it writes to, or facts that never cease to be true. */
        OWN_STREAMS,
        /** That nobody else takes the same id, closes the same circle or claims the same place meanwhile. */
        WHOLE_LEDGER
    }

    /**
     * The same, unless the record moved since the actor read it. Who may not act, or not know of it, is told that first.
     *
     * @param version that the record has now
     */
    default Decision ifStillAt(OptionalLong expectedVersion, long version) {
        boolean moved = expectedVersion.isPresent() && expectedVersion.getAsLong() != version;
        boolean mattersMore = this instanceof Rejected rejected
                && (rejected.rejection().kind() == Kind.UNKNOWN
                        || rejected.rejection().kind() == Kind.PERMISSION);
        return moved && !mattersMore ? reject(CommonRejections.stale(expectedVersion.getAsLong(), version)) : this;
    }

    static Decision accept(Event... events) {
        return new Accepted(List.of(events), Reliance.OWN_STREAMS);
    }

    /** Accepts what is true only as long as the directory that was asked is up to date. */
    static Decision acceptIfNothingElseHappened(Event... events) {
        return new Accepted(List.of(events), Reliance.WHOLE_LEDGER);
    }

    /** Accepts what is true already. */
    static Decision nothingToDo() {
        return new Accepted(List.of(), Reliance.OWN_STREAMS);
    }

    static Decision reject(Rejection rejection) {
        return new Rejected(rejection);
    }
}
