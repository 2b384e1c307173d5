package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.ActivityCommand.AnswerHiddenSlip;
import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.ActivityCommand.PauseMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.ResumeMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.UseMargin;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.Pauses;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of what may be said of the work that leads to one milestone. */
final class Activities {
    private final Schedule state;
    private final ProgramStanding program;
    private final Context context;
    private final Reports reports;

    Activities(Schedule state, ProgramStanding program, Context context) {
        this.state = state;
        this.program = program;
        this.context = context;
        this.reports = new Reports(state, program, context);
    }

    Decision estimate(EstimateDuration c) {
        Rejection refused = refused(c, c.stated());
        if (refused != null) {
            return reject(refused);
        }
        DurationEstimated event = new DurationEstimated(
                c.programId(),
                c.milestoneId(),
                c.lowDays(),
                c.likelyDays(),
                c.highDays(),
                c.basis(),
                c.stated().provenance(context.today()));
        DurationEstimated setAside = isMargin(c.milestoneId()) ? estimateOn(c.milestoneId(), context.today()) : null;
        if (setAside != null && setAside.likelyDays() != event.likelyDays()) {
            return reject(ScheduleRejections.marginSet(c.milestoneId(), setAside.likelyDays()));
        }
        boolean repeats = estimateOn(c.milestoneId(), event.provenance().statedOn()) instanceof DurationEstimated before
                && repeats(before, event);
        return repeats ? nothingToDo() : accept(event);
    }

    /** Said again on a later day it is no news: an estimate holds until there is another. */
    private static boolean repeats(DurationEstimated before, DurationEstimated event) {
        return before.lowDays() == event.lowDays()
                && before.likelyDays() == event.likelyDays()
                && before.highDays() == event.highDays()
                && before.basis().equals(event.basis())
                && before.provenance().source().equals(event.provenance().source())
                && before.provenance().confidence() == event.provenance().confidence()
                && before.provenance().marking() == event.provenance().marking();
    }

    Decision pause(PauseMilestone c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        Rejection refused = refused(c, c.stated());
        if (refused != null) {
            return reject(refused);
        }
        MilestonePaused event = new MilestonePaused(
                c.programId(),
                c.milestoneId(),
                c.reason(),
                c.narrative(),
                c.stated().provenance(context.today()));
        MilestonePaused before = pauseOn(c.milestoneId(), statedOn);
        if (before == null) {
            StatedDate promised = state.promised(c.milestoneId(), sequence -> true);
            return promised != null && promised.date().isBefore(context.today()) && !statedOn.isAfter(promised.date())
                    ? reject(ScheduleRejections.pausedAfterTheMiss(c.milestoneId(), promised.date(), statedOn))
                    : accept(event);
        }
        if (before.reason() != event.reason()) {
            return reject(ScheduleRejections.pausedForAnother(c.milestoneId(), before.reason()));
        }
        boolean repeats = before.narrative().equals(event.narrative())
                && Report.sameStatement(before.provenance(), event.provenance());
        return repeats ? nothingToDo() : accept(event);
    }

    Decision resume(ResumeMilestone c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        Rejection refused = refused(c, c.stated());
        if (refused != null) {
            return reject(refused);
        }
        MilestoneResumed event = new MilestoneResumed(
                c.programId(), c.milestoneId(), c.narrative(), c.stated().provenance(context.today()));
        ActivityEvent before = lastTurn(c.milestoneId(), statedOn);
        if (before instanceof MilestoneResumed resumed && repeats(resumed, event)) {
            return nothingToDo();
        }
        return pauseOn(c.milestoneId(), statedOn) == null
                ? reject(ScheduleRejections.notPaused(c.milestoneId(), statedOn, lapsed(before)))
                : accept(event);
    }

    private static boolean repeats(MilestoneResumed before, MilestoneResumed event) {
        return before.narrative().equals(event.narrative())
                && Report.sameStatement(before.provenance(), event.provenance());
    }

    private static @Nullable LocalDate lapsed(@Nullable ActivityEvent before) {
        return before instanceof MilestonePaused paused
                ? Pauses.heldUntil(paused.provenance().statedOn())
                : null;
    }

    /** Two uses that are told in the same words are two uses: days are counted, not described. */
    Decision useMargin(UseMargin c) {
        Rejection refused = refused(c, c.stated());
        if (refused != null) {
            return reject(refused);
        }
        if (!isMargin(c.milestoneId())) {
            return reject(ScheduleRejections.notAMargin(c.milestoneId()));
        }
        DurationEstimated setAside = estimateOn(c.milestoneId(), context.today());
        if (setAside == null) {
            return reject(ScheduleRejections.marginWithoutDuration(c.milestoneId()));
        }
        int left = setAside.likelyDays() - used(c.milestoneId());
        if (c.workingDays() > left) {
            return reject(ScheduleRejections.marginExceeded(c.milestoneId(), c.workingDays(), left));
        }
        return accept(new MarginUsed(
                c.programId(),
                c.milestoneId(),
                c.workingDays(),
                c.cause(),
                c.owner(),
                c.narrative(),
                c.stated().provenance(context.today())));
    }

    private boolean isMargin(MilestoneId milestone) {
        PlannedMilestone planned = state.approved(milestone);
        return planned != null && planned.kind() == MilestoneKind.MARGIN;
    }

    private int used(MilestoneId milestone) {
        return state.activitiesOn(milestone)
                .filter(each -> each.event() instanceof MarginUsed && counts(each))
                .map(each -> ((MarginUsed) each.event()).workingDays())
                .sum()
                .intValue();
    }

    Decision answer(AnswerHiddenSlip c) {
        Rejection refused = refused(c, c.stated());
        if (refused != null) {
            return reject(refused);
        }
        HiddenSlipAnswered event = new HiddenSlipAnswered(
                c.programId(),
                c.milestoneId(),
                c.impliedDate(),
                c.answer(),
                c.narrative(),
                c.stated().provenance(context.today()));
        ActivityEvent before =
                last(c.milestoneId(), event.provenance().statedOn(), HiddenSlipAnswered.class::isInstance);
        boolean repeats = before instanceof HiddenSlipAnswered said && repeats(said, event);
        return repeats ? nothingToDo() : accept(event);
    }

    private static boolean repeats(HiddenSlipAnswered before, HiddenSlipAnswered event) {
        return before.impliedDate().equals(event.impliedDate())
                && before.answer() == event.answer()
                && before.narrative().equals(event.narrative())
                && Report.sameStatement(before.provenance(), event.provenance());
    }

    private @Nullable Rejection refused(ActivityCommand c, Stated stated) {
        if (!program.ledBy(context.actor())) {
            return notLeadAgency(program.programId(), program.lead());
        }
        Rejection refused = reports.refused(c.milestoneId(), "programId", "milestoneId");
        if (refused != null) {
            return refused;
        }
        LocalDate statedOn = stated.statedOn(context.today());
        if (statedOn.isAfter(context.today())) {
            return statedInFuture(statedOn, context.today());
        }
        return reports.reachedBy(c.milestoneId(), statedOn)
                ? ScheduleRejections.reached(c.milestoneId(), "milestoneId")
                : null;
    }

    private @Nullable DurationEstimated estimateOn(MilestoneId milestone, LocalDate day) {
        return last(milestone, day, DurationEstimated.class::isInstance) instanceof DurationEstimated estimate
                ? estimate
                : null;
    }

    /** The pause that holds on that day, as it was last stated by then; none where it was resumed, reached or not renewed. */
    @Nullable
    MilestonePaused pauseOn(MilestoneId milestone, LocalDate day) {
        return lastTurn(milestone, day) instanceof MilestonePaused paused
                        && !day.isAfter(Pauses.heldUntil(paused.provenance().statedOn()))
                        && !reports.reachedBy(milestone, day)
                ? paused
                : null;
    }

    /** What was said last up to that day of standing still or going on, whether or not it still holds. */
    @Nullable
    ActivityEvent lastTurn(MilestoneId milestone, LocalDate day) {
        return last(milestone, day, event -> event instanceof MilestonePaused || event instanceof MilestoneResumed);
    }

    private @Nullable ActivityEvent last(MilestoneId milestone, LocalDate day, Predicate<ActivityEvent> what) {
        return state.activitiesOn(milestone)
                .filter(each -> what.test(each.event()) && !each.statedOn().isAfter(day) && counts(each))
                .maxBy(Activity.BY_TELLING)
                .map(Activity::event)
                .getOrNull();
    }

    private boolean counts(Activity activity) {
        return context.directory()
                .entryIn(Streams.of(program.programId()), activity.sequence())
                .counts();
    }
}
