package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.notYourProgram;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownMilestone;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.OfMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of what may be said of one milestone. */
final class Reports {
    private final Schedule state;
    private final ProgramStanding program;
    private final Context context;

    Reports(Schedule state, ProgramStanding program, Context context) {
        this.state = state;
        this.program = program;
        this.context = context;
    }

    Decision forecast(ReportForecast c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        Rejection refused = refused(c, statedOn);
        if (refused != null) {
            return reject(refused);
        }
        ForecastReported event = new ForecastReported(
                c.programId(),
                c.milestoneId(),
                statedDate(c.date(), c.precision(), c.asStated()),
                c.cause(),
                c.causeBasis(),
                Objects.requireNonNullElse(c.narrative(), ""),
                c.stated().provenance(context.today()));
        if (event.expected().date().isBefore(statedOn)) {
            return reject(ScheduleRejections.forecastBeforeStatedDay(event.expected(), statedOn));
        }
        if (reachedBy(c.milestoneId(), statedOn)) {
            return reject(ScheduleRejections.reached(c.milestoneId(), "milestoneId"));
        }
        boolean repeats = ownCurrent(c.milestoneId(), statedOn) instanceof Report.Forecast before
                && repeats(before.event(), event);
        return repeats ? nothingToDo() : accept(event);
    }

    Decision doubt(ReportDoubt c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        Rejection refused = refused(c, statedOn);
        if (refused != null) {
            return reject(refused);
        }
        if (reachedBy(c.milestoneId(), statedOn)) {
            return reject(ScheduleRejections.reached(c.milestoneId(), "milestoneId"));
        }
        DoubtReported event = new DoubtReported(
                c.programId(),
                c.milestoneId(),
                Objects.requireNonNullElse(c.asStated(), ""),
                c.cause(),
                c.causeBasis(),
                c.narrative(),
                c.stated().provenance(context.today()));
        boolean repeats =
                ownCurrent(c.milestoneId(), statedOn) instanceof Report.Doubt before && repeats(before.event(), event);
        return repeats ? nothingToDo() : accept(event);
    }

    Decision actual(ReportActual c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        Rejection refused = refused(c, statedOn);
        if (refused != null) {
            return reject(refused);
        }
        ActualReported event = new ActualReported(
                c.programId(),
                c.milestoneId(),
                statedDate(c.date(), c.precision(), c.asStated()),
                c.cause(),
                c.causeBasis(),
                Objects.requireNonNullElse(c.narrative(), ""),
                c.evidence(),
                c.stated().provenance(context.today()));
        if (event.reached().first().isAfter(statedOn)) {
            return reject(ScheduleRejections.actualAfterStatedDay(event.reached(), statedOn));
        }
        Report.Actual before = actualOf(c.milestoneId());
        if (before == null) {
            return accept(event);
        }
        return ours(before) && repeats(before.event(), event)
                ? nothingToDo()
                : reject(ScheduleRejections.actualTwice(c.milestoneId()));
    }

    private static boolean repeats(ForecastReported before, ForecastReported event) {
        return before.expected().equals(event.expected())
                && before.cause() == event.cause()
                && before.causeBasis() == event.causeBasis()
                && before.narrative().equals(event.narrative())
                && Report.sameStatement(before.provenance(), event.provenance());
    }

    private static boolean repeats(DoubtReported before, DoubtReported event) {
        return before.asStated().equals(event.asStated())
                && before.cause() == event.cause()
                && before.causeBasis() == event.causeBasis()
                && before.narrative().equals(event.narrative())
                && Report.sameStatement(before.provenance(), event.provenance());
    }

    private static boolean repeats(ActualReported before, ActualReported event) {
        return before.reached().equals(event.reached())
                && before.cause() == event.cause()
                && before.causeBasis() == event.causeBasis()
                && before.narrative().equals(event.narrative())
                && before.evidence().equals(event.evidence())
                && Report.sameStatement(before.provenance(), event.provenance());
    }

    private @Nullable Rejection refused(OfMilestone command, LocalDate statedOn) {
        Rejection refused = refused(command.milestoneId(), "programId", "milestoneId");
        if (refused != null) {
            return refused;
        }
        return statedOn.isAfter(context.today()) ? statedInFuture(statedOn, context.today()) : null;
    }

    /** Why nothing may be said of this milestone by this actor now, if so. */
    @Nullable
    Rejection refused(MilestoneId milestone, String programField, String milestoneField) {
        if (!program.reportedBy(context.actor())) {
            return notYourProgram(program.programId());
        }
        boolean approved = state.approved(milestone) != null;
        if (!approved && !isPending(milestone)) {
            return unknownMilestone(milestone, program.programId(), milestoneField);
        }
        if (program.status() != ProgramStatus.ACTIVE) {
            return ScheduleRejections.programNotActive(program.programId(), program.status(), programField);
        }
        return approved ? null : ScheduleRejections.noApprovedBaseline(milestone, milestoneField);
    }

    private boolean isPending(MilestoneId milestone) {
        return state.baselines()
                .exists(each -> each.stand() == Schedule.Stand.PENDING
                        && each.milestone(milestone) != null
                        && Schedule.entryOf(each, context.directory())
                                .countsFor(context.actor().viewer()));
    }

    /** Whether it was neither withdrawn nor struck. */
    private boolean counts(Report report) {
        return entryOf(report).counts();
    }

    /** The report of any kind that holds on that day. */
    @Nullable
    Report current(MilestoneId milestone, LocalDate day) {
        return Schedule.current(state.reportsOn(milestone), this::counts, day);
    }

    /** What was last said up to that day that was more than a confirmation. */
    @Nullable
    Report said(MilestoneId milestone, LocalDate day) {
        return Schedule.current(
                state.reportsOn(milestone).filter(each -> !(each instanceof Report.Confirmation)), this::counts, day);
    }

    private Entry entryOf(Report report) {
        return context.directory().entryIn(Streams.of(program.programId()), report.sequence());
    }

    boolean ours(Report report) {
        return Objects.equals(entryOf(report).agency(), context.actor().agency());
    }

    private Report.@Nullable Actual actualOf(MilestoneId milestone) {
        return state.reportsOn(milestone)
                .filter(Report.Actual.class::isInstance)
                .map(Report.Actual.class::cast)
                .find(this::counts)
                .getOrNull();
    }

    /** Whether the milestone was known as reached on that day: old news from before may still be entered. */
    boolean reachedBy(MilestoneId milestone, LocalDate day) {
        Report.Actual actual = actualOf(milestone);
        return actual != null && !actual.statedOn().isAfter(day);
    }

    /** What holds on that day, if the actor's own agency said it. */
    private @Nullable Report ownCurrent(MilestoneId milestone, LocalDate day) {
        Report current = said(milestone, day);
        return current != null && ours(current) ? current : null;
    }

    private static StatedDate statedDate(LocalDate date, @Nullable Precision precision, @Nullable String asStated) {
        return new StatedDate(
                date, Objects.requireNonNullElse(precision, Precision.DAY), Objects.requireNonNullElse(asStated, ""));
    }
}
