package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.directory.Directory;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.Streams;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that was promised and said of one program's dates.
 *
 * @param baselines as proposed, in the order of their numbers
 * @param rebaselines requests for other dates, in the order of their numbers; one series of numbers runs through both
 * @param promises approved dates of each milestone, in the order in which they were approved
 * @param reports on each milestone, in the order in which they were recorded
 * @param activities what was said of the work that leads to each milestone, in the order in which it was recorded
 * @param notices that the system gave
 */
public record Schedule(
        Vector<Baseline> baselines,
        Vector<Request> rebaselines,
        Map<MilestoneId, Vector<Promised>> promises,
        Map<MilestoneId, Vector<Report>> reports,
        Map<MilestoneId, Vector<Activity>> activities,
        Set<ActivityEvent> notices) {

    /** Nothing was promised. */
    public static final Schedule NONE = new Schedule(
            Vector.empty(), Vector.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty(), HashSet.empty());

    enum Stand {
        PENDING,
        APPROVED,
        RETURNED,
        DECLINED
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

        int number() {
            return proposal.baseline();
        }

        Baseline with(Stand next) {
            return new Baseline(sequence, proposal, next);
        }
    }

    /** @param sequence of the request in the program's stream */
    record Request(long sequence, RebaselineRequested asked, Stand stand) {
        boolean isAbout(MilestoneId id) {
            return asked.dates().stream().anyMatch(each -> each.milestoneId().equals(id));
        }

        int number() {
            return asked.baseline();
        }

        Request with(Stand next) {
            return new Request(sequence, asked, next);
        }
    }

    /**
     * A date that was approved.
     *
     * @param sequence in the program's stream, of the proposal or request that named it
     * @param statedOn the day on which that was stated
     */
    record Promised(long sequence, StatedDate date, LocalDate statedOn) {}

    /** What is known once one more event of the program's stream is. */
    public Schedule evolve(ScheduleEvent event, long sequence) {
        return switch (event) {
            case BaselineProposed e -> with(baselines.append(new Baseline(sequence, e, Stand.PENDING)), rebaselines);
            case BaselineApproved e -> approved(e.baseline());
            case BaselineReturned e -> with(e.baseline(), Stand.RETURNED);
            case RebaselineRequested e -> with(baselines, rebaselines.append(new Request(sequence, e, Stand.PENDING)));
            case RebaselineApproved e -> approved(e.baseline());
            case RebaselineDeclined e -> with(e.baseline(), Stand.DECLINED);
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
            case DurationEstimated e -> with(new Activity(sequence, e, e.provenance()));
            case MilestonePaused e -> with(new Activity(sequence, e, e.provenance()));
            case MilestoneResumed e -> with(new Activity(sequence, e, e.provenance()));
            case MarginUsed e -> with(new Activity(sequence, e, e.provenance()));
            case HiddenSlipAnswered e -> with(new Activity(sequence, e, e.provenance()));
            case MissedDateNoticed e -> noticed(e);
            case PauseLapsed e -> noticed(e);
        };
    }

    private Schedule with(int number, Stand stand) {
        return new Schedule(
                baselines.map(each -> each.number() == number ? each.with(stand) : each),
                rebaselines.map(each -> each.number() == number ? each.with(stand) : each),
                promises,
                reports,
                activities,
                notices);
    }

    private Schedule with(Vector<Baseline> proposed, Vector<Request> asked) {
        return new Schedule(proposed, asked, promises, reports, activities, notices);
    }

    private Schedule approved(int number) {
        Schedule after = with(number, Stand.APPROVED);
        Baseline baseline = baseline(number);
        if (baseline != null) {
            for (PlannedMilestone planned : baseline.proposal().milestones()) {
                after = after.with(
                        planned.milestoneId(),
                        baseline.sequence(),
                        planned.promised(),
                        baseline.proposal().provenance().statedOn());
            }
        }
        Request request = rebaseline(number);
        if (request != null) {
            for (NewDate asked : request.asked().dates()) {
                after = after.with(
                        asked.milestoneId(),
                        request.sequence(),
                        asked.promised(),
                        request.asked().provenance().statedOn());
            }
        }
        return after;
    }

    private Schedule with(MilestoneId milestone, long sequence, @Nullable StatedDate date, LocalDate statedOn) {
        return date == null
                ? this
                : new Schedule(
                        baselines,
                        rebaselines,
                        promises.put(milestone, promisesOf(milestone).append(new Promised(sequence, date, statedOn))),
                        reports,
                        activities,
                        notices);
    }

    private Schedule with(MilestoneId milestone, Report report) {
        return new Schedule(
                baselines,
                rebaselines,
                promises,
                reports.put(milestone, reportsOn(milestone).append(report)),
                activities,
                notices);
    }

    private Schedule noticed(ActivityEvent notice) {
        return new Schedule(baselines, rebaselines, promises, reports, activities, notices.add(notice));
    }

    private Schedule with(Activity activity) {
        MilestoneId milestone = activity.event().milestoneId();
        return new Schedule(
                baselines,
                rebaselines,
                promises,
                reports,
                activities.put(milestone, activitiesOn(milestone).append(activity)),
                notices);
    }

    /** The number that the next proposal or request takes. */
    int nextNumber() {
        return baselines.size() + rebaselines.size() + 1;
    }

    private Vector<Promised> promisesOf(MilestoneId milestone) {
        return promises.getOrElse(milestone, Vector.empty());
    }

    /** The date approved last of those that the condition on their places in the stream admits. */
    @Nullable
    StatedDate promised(MilestoneId milestone, LongPredicate admits) {
        return promisesOf(milestone)
                .reverse()
                .find(each -> admits.test(each.sequence()))
                .map(Promised::date)
                .getOrNull();
    }

    /** What was approved last. */
    @Nullable
    Promised inForce(MilestoneId milestone) {
        return promisesOf(milestone).lastOption().getOrNull();
    }

    Vector<Report> reportsOn(MilestoneId milestone) {
        return reports.getOrElse(milestone, Vector.empty());
    }

    Vector<Activity> activitiesOn(MilestoneId milestone) {
        return activities.getOrElse(milestone, Vector.empty());
    }

    @Nullable
    Baseline baseline(int number) {
        return baselines.find(each -> each.number() == number).getOrNull();
    }

    @Nullable
    Request rebaseline(int number) {
        return rebaselines.find(each -> each.number() == number).getOrNull();
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

    static Entry entryOf(Request request, Directory directory) {
        return directory.entryIn(Streams.of(request.asked().programId()), request.sequence());
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
