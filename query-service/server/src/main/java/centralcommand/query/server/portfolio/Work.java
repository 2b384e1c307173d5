package centralcommand.query.server.portfolio;

import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work that leads to a milestone, as it stands.
 *
 * @param estimate of its duration, the latest; absent where none was given
 * @param marginUsed what was taken from a margin, earliest first
 * @param pauses earliest first; the last may go on
 * @param answers to hidden slips, earliest first
 */
public record Work(
        @Nullable Fact<DurationEstimated> estimate,
        List<Fact<MarginUsed>> marginUsed,
        List<Pause> pauses,
        List<Fact<HiddenSlipAnswered>> answers) {
    static final Work NONE = new Work(null, List.of(), List.of(), List.of());

    /**
     * A time in which the work stands still. A renewal belongs to the pause that it renews.
     *
     * @param until last day; absent while it lasts
     */
    public record Pause(
            Fact<MilestonePaused> entry, @Nullable LocalDate until) {}

    /** @param facts those that stand, earliest first */
    static Work of(List<Fact<ActivityEvent>> facts) {
        Fact<DurationEstimated> estimate = null;
        List<Fact<MarginUsed>> used = new ArrayList<>();
        List<Pause> pauses = new ArrayList<>();
        List<Fact<HiddenSlipAnswered>> answers = new ArrayList<>();
        for (Fact<ActivityEvent> fact : facts) {
            switch (fact.event()) {
                case DurationEstimated e -> estimate = fact.carrying(e);
                case MarginUsed e -> used.add(fact.carrying(e));
                case HiddenSlipAnswered e -> answers.add(fact.carrying(e));
                case MilestonePaused e -> {
                    if (!isPaused(pauses)) {
                        pauses.add(new Pause(fact.carrying(e), null));
                    }
                }
                case MilestoneResumed ignored -> end(pauses, fact.saidOn());
                case PauseLapsed e -> end(pauses, e.renewedUntil());
                case ActivityEvent.MissedDateNoticed ignored -> {}
            }
        }
        return new Work(estimate, List.copyOf(used), List.copyOf(pauses), List.copyOf(answers));
    }

    private static void end(List<Pause> pauses, LocalDate until) {
        if (isPaused(pauses)) {
            pauses.addLast(new Pause(pauses.removeLast().entry(), until));
        }
    }

    private static boolean isPaused(List<Pause> pauses) {
        return !pauses.isEmpty() && pauses.getLast().until() == null;
    }

    public boolean isPaused() {
        return isPaused(pauses);
    }

    /** The most likely duration in working days. */
    public Optional<Integer> durationDays() {
        return Optional.ofNullable(estimate).map(fact -> fact.event().likelyDays());
    }

    /** Working days left of a margin: what was set aside without what was used. */
    public int marginLeftDays() {
        int used =
                marginUsed.stream().mapToInt(fact -> fact.event().workingDays()).sum();
        return Math.max(0, durationDays().orElse(0) - used);
    }
}
