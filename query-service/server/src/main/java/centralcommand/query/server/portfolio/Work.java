package centralcommand.query.server.portfolio;

import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the work that leads to a milestone, as it stands.
 *
 * @param estimate the latest word on how long it takes
 * @param pauses the earliest first
 * @param uses of a margin, the earliest first
 * @param answers to hidden slips, the earliest first
 */
public record Work(
        @Nullable Fact<DurationEstimated> estimate,
        List<Pause> pauses,
        List<Fact<MarginUsed>> uses,
        List<Fact<HiddenSlipAnswered>> answers) {

    /**
     * @param said of the work, earliest first
     * @param heard of its date, earliest first
     */
    static Work of(List<Fact<ActivityEvent>> said, List<Fact<ScheduleEvent>> heard) {
        Fact<DurationEstimated> estimate = null;
        List<Fact<? extends ScheduleEvent>> turns = new ArrayList<>();
        List<Fact<MarginUsed>> uses = new ArrayList<>();
        List<Fact<HiddenSlipAnswered>> answers = new ArrayList<>();
        for (Fact<ActivityEvent> fact : said) {
            switch (fact.event()) {
                case DurationEstimated e -> estimate = fact.carrying(e);
                case MilestonePaused ignored -> turns.add(fact);
                case MilestoneResumed ignored -> turns.add(fact);
                case MarginUsed e -> uses.add(fact.carrying(e));
                case HiddenSlipAnswered e -> answers.add(fact.carrying(e));
                case ActivityEvent.MissedDateNoticed ignored -> {
                    // Follows from the date.
                }
                case ActivityEvent.PauseLapsed ignored -> {
                    // Follows from the pause.
                }
            }
        }
        return new Work(estimate, pauses(turns, heard), List.copyOf(uses), List.copyOf(answers));
    }

    private static List<Pause> pauses(List<Fact<? extends ScheduleEvent>> said, List<Fact<ScheduleEvent>> heard) {
        if (said.isEmpty()) {
            return List.of();
        }
        List<Fact<? extends ScheduleEvent>> turns = Stream.concat(
                        said.stream(), heard.stream().filter(fact -> fact.event() instanceof ActualReported))
                .sorted(Comparator.comparing(Fact::told))
                .toList();
        List<Pause> pauses = new ArrayList<>();
        Pause open = null;
        for (Fact<? extends ScheduleEvent> turn : turns) {
            boolean holds = open != null && open.allows(turn.saidOn());
            if (open != null && holds && turn.event() instanceof MilestonePaused e && e.reason() == open.reason()) {
                open = open.renewed(turn.carrying(e));
                continue;
            }
            if (open != null) {
                pauses.add(holds ? open.ended(turn) : open);
            }
            open = turn.event() instanceof MilestonePaused e ? Pause.begun(turn.carrying(e)) : null;
        }
        if (open != null) {
            pauses.add(open);
        }
        return List.copyOf(pauses);
    }

    public boolean isSilent() {
        return estimate == null && pauses.isEmpty() && uses.isEmpty() && answers.isEmpty();
    }

    /** The pause to which a date that was told then owes its change, the latest of several. */
    @Nullable
    Pause explaining(@Nullable Told before, Told told, boolean causeStated) {
        return pauses.reversed().stream()
                .filter(pause -> pause.explains(before, told, causeStated))
                .findFirst()
                .orElse(null);
    }

    /** Working days that were taken from a margin. */
    public int usedDays() {
        return uses.stream().mapToInt(use -> use.event().workingDays()).sum();
    }
}
