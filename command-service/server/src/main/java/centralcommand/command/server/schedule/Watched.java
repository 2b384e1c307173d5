package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.LocalDate;

/**
 * What notices need to know of one program beside its schedule.
 *
 * @param given notices that were given
 * @param turns pauses and resumptions of each milestone, in the order in which they were recorded
 */
public record Watched(Set<ActivityEvent> given, Map<MilestoneId, Vector<Turn>> turns) {

    /** Nothing was noticed, nothing stands still. */
    public static final Watched NONE = new Watched(HashSet.empty(), HashMap.empty());

    /** @param sequence of the event in the program's stream */
    record Turn(long sequence, boolean pauses, LocalDate statedOn) {}

    /** What is known once one more event of the program's stream is. */
    public Watched evolve(ScheduleEvent event, long sequence) {
        return switch (event) {
            case MissedDateNoticed e -> new Watched(given.add(e), turns);
            case PauseLapsed e -> new Watched(given.add(e), turns);
            case MilestonePaused e -> with(e.milestoneId(), turn(sequence, true, e));
            case MilestoneResumed e -> with(e.milestoneId(), turn(sequence, false, e));
            default -> this;
        };
    }

    private static Turn turn(long sequence, boolean pauses, Event.Entry entry) {
        return new Turn(sequence, pauses, entry.provenance().statedOn());
    }

    private Watched with(MilestoneId milestone, Turn turn) {
        return new Watched(given, turns.put(milestone, turnsOf(milestone).append(turn)));
    }

    Vector<Turn> turnsOf(MilestoneId milestone) {
        return turns.getOrElse(milestone, Vector.empty());
    }
}
