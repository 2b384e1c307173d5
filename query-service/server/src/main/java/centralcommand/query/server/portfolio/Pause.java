package centralcommand.query.server.portfolio;

import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.Pauses;
import centralcommand.command.contract.schedule.ScheduleEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the work stands or stood still.
 *
 * @param said the entries that said so: the first, and those that renewed it while it held
 * @param end the entry that ended it while it held: resumed, reached, or paused for another reason
 */
public record Pause(
        List<Fact<MilestonePaused>> said, @Nullable Fact<? extends ScheduleEvent> end) {

    static Pause begun(Fact<MilestonePaused> first) {
        return new Pause(List.of(first), null);
    }

    Pause renewed(Fact<MilestonePaused> again) {
        return new Pause(Stream.concat(said.stream(), Stream.of(again)).toList(), end);
    }

    Pause ended(Fact<? extends ScheduleEvent> by) {
        return new Pause(said, by);
    }

    public PauseReason reason() {
        return said.getFirst().event().reason();
    }

    /** The entry that said so last. */
    public Fact<MilestonePaused> latest() {
        return said.getLast();
    }

    /** All that said something of it. */
    public Stream<Fact<? extends ScheduleEvent>> entries() {
        return Stream.concat(said.stream(), Stream.ofNullable(end));
    }

    public LocalDate from() {
        return said.getFirst().saidOn();
    }

    /** The day on which it was first recorded, where that is later than the day it is said to begin. */
    public Optional<LocalDate> datedBack() {
        return Optional.of(said.getFirst().recordedOn()).filter(day -> day.isAfter(from()));
    }

    /** The last day of the quarter after it was last stated. */
    public LocalDate heldUntil() {
        return Pauses.heldUntil(latest().saidOn());
    }

    /** The day on which it ended, or the last one on which it held where nobody renewed it by then; absent while it holds. */
    public @Nullable LocalDate until(LocalDate today) {
        if (end != null) {
            return end.saidOn();
        }
        return today.isAfter(heldUntil()) ? heldUntil() : null;
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from())
                && !day.isAfter(heldUntil())
                && (end == null || end.saidOn().isAfter(day));
    }

    boolean allows(LocalDate day) {
        return !day.isAfter(heldUntil());
    }

    /**
     * Whether a date that was told then changed because of it: told while it held, or as the first one after the work went on, if its author names
     * no other cause. A pause of no day changes nothing.
     *
     * @param before when the date was told before
     * @param causeStated whether its author names a cause
     */
    boolean explains(@Nullable Told before, Told told, boolean causeStated) {
        if (told.compareTo(said.getFirst().told()) < 0 || isOfNoDay()) {
            return false;
        }
        if (end == null || told.compareTo(end.told()) <= 0) {
            return allows(told.saidOn());
        }
        return !causeStated
                && end.event() instanceof MilestoneResumed
                && (before == null || before.compareTo(end.told()) < 0);
    }

    private boolean isOfNoDay() {
        return end != null && !end.saidOn().isAfter(from());
    }
}
