package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.server.directory.Directory;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.Streams;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that was promised and said of one program's dates.
 *
 * @param baselines by number minus one
 * @param reports on each milestone, in the order in which they were recorded
 * @param activities what was said of the work that leads to each milestone, in the order in which it was recorded
 */
public record Schedule(
        Vector<Baseline> baselines,
        Map<MilestoneId, Vector<Report>> reports,
        Map<MilestoneId, Vector<Activity>> activities) {

    /** Nothing was promised. */
    public static final Schedule NONE = new Schedule(Vector.empty(), HashMap.empty(), HashMap.empty());

    enum Stand {
        PENDING,
        APPROVED,
        RETURNED
    }

    /** @param sequence of its proposal in the program's stream */
    record Baseline(long sequence, BaselineProposed proposal, Stand stand) {
        @Nullable
        PlannedMilestone milestone(MilestoneId id) {
            return proposal.milestones().stream()
                    .filter(each -> each.milestoneId().equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What is known once one more event of the program's stream is. */
    public Schedule evolve(ScheduleEvent event, long sequence) {
        return switch (event) {
            case BaselineProposed e ->
                new Schedule(baselines.append(new Baseline(sequence, e, Stand.PENDING)), reports, activities);
            case BaselineApproved e -> with(e.baseline(), Stand.APPROVED);
            case BaselineReturned e -> with(e.baseline(), Stand.RETURNED);
            case ForecastReported e -> with(e.milestoneId(), new Report.Forecast(sequence, e));
            case DoubtReported e -> with(e.milestoneId(), new Report.Doubt(sequence, e));
            case ActualReported e -> with(e.milestoneId(), new Report.Actual(sequence, e));
            case ConfirmedUnchanged e ->
                Vector.ofAll(e.milestoneIds())
                        .foldLeft(
                                this,
                                (state, milestone) ->
                                        state.with(milestone, new Report.Confirmation(sequence, e.provenance())));
            case MilestonesLinked e -> this;
            case RebaselineEvent e -> this;
            case DurationEstimated e -> with(new Activity(sequence, e, e.provenance()));
            case MilestonePaused e -> with(new Activity(sequence, e, e.provenance()));
            case MilestoneResumed e -> with(new Activity(sequence, e, e.provenance()));
            case MarginUsed e -> with(new Activity(sequence, e, e.provenance()));
            case HiddenSlipAnswered e -> with(new Activity(sequence, e, e.provenance()));
            case MissedDateNoticed e -> this;
            case PauseLapsed e -> this;
        };
    }

    private Schedule with(int number, Stand stand) {
        return new Schedule(
                baselines.update(number - 1, each -> new Baseline(each.sequence(), each.proposal(), stand)),
                reports,
                activities);
    }

    private Schedule with(MilestoneId milestone, Report report) {
        return new Schedule(
                baselines, reports.put(milestone, reportsOn(milestone).append(report)), activities);
    }

    private Schedule with(Activity activity) {
        MilestoneId milestone = activity.event().milestoneId();
        return new Schedule(
                baselines,
                reports,
                activities.put(milestone, activitiesOn(milestone).append(activity)));
    }

    Vector<Report> reportsOn(MilestoneId milestone) {
        return reports.getOrElse(milestone, Vector.empty());
    }

    Vector<Activity> activitiesOn(MilestoneId milestone) {
        return activities.getOrElse(milestone, Vector.empty());
    }

    @Nullable
    Baseline baseline(int number) {
        return number >= 1 && number <= baselines.size() ? baselines.get(number - 1) : null;
    }

    boolean hasApprovedBaseline() {
        return baselines.exists(each -> each.stand() == Stand.APPROVED);
    }

    /** The milestone as an approved baseline promises it. */
    @Nullable
    PlannedMilestone approved(MilestoneId id) {
        return baselines
                .filter(each -> each.stand() == Stand.APPROVED)
                .map(each -> each.milestone(id))
                .find(each -> each != null)
                .getOrNull();
    }

    static Entry entryOf(Baseline baseline, Directory directory) {
        return directory.entryIn(Streams.of(baseline.proposal().programId()), baseline.sequence());
    }

    /**
     * The report that holds on a day: of those that count, the one stated last up to then, and of these the one recorded last. Whether one
     * counts is asked from the last one on, so that a long history costs no more than a short one.
     */
    static @Nullable Report current(Vector<Report> reports, Predicate<Report> counts, LocalDate day) {
        Vector<Report> left = reports.filter(each -> !each.statedOn().isAfter(day));
        while (!left.isEmpty()) {
            Report last = left.maxBy(Comparator.comparing(Report::statedOn).thenComparing(Report::sequence))
                    .get();
            if (counts.test(last)) {
                return last;
            }
            left = left.remove(last);
        }
        return null;
    }
}
