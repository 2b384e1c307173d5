package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.unknownMilestone;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeLapsedPause;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeMissedDate;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.Pauses;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what the system says by itself when a day has come. It knows what the czar's office knows: a notice, or that there is none,
 * tells nobody of an entry that its agency has not released.
 */
public final class Notices {

    /** Business days of the agency that leads, after the day that was missed: as the Permitting Dashboard counts. */
    public static final int MISSED_AFTER = 5;

    private final Schedule schedule;
    private final ProgramStanding program;
    private final Context context;

    public Notices(Schedule schedule, ProgramStanding program, Context context) {
        this.schedule = schedule;
        this.program = program;
        this.context = context;
    }

    /** Every notice that would be accepted now and says something new, by milestone. */
    public List<ActivityCommand> due() {
        if (program.status() != ProgramStatus.ACTIVE) {
            return List.of();
        }
        return schedule.baselines()
                .filter(baseline -> baseline.stand() == Schedule.Stand.APPROVED)
                .toJavaStream()
                .flatMap(baseline -> baseline.proposal().milestones().stream())
                .map(PlannedMilestone::milestoneId)
                .distinct()
                .sorted(Comparator.comparing(MilestoneId::value))
                .flatMap(this::due)
                .toList();
    }

    private Stream<ActivityCommand> due(MilestoneId id) {
        StatedDate promised = currentPromise(id);
        LocalDate heldUntil = heldUntil(id);
        Stream<ActivityCommand> missed = promised == null
                ? Stream.empty()
                : Stream.of(new NoticeMissedDate(program.programId(), id, promised.date()));
        Stream<ActivityCommand> lapsed = heldUntil == null
                ? Stream.empty()
                : Stream.of(new NoticeLapsedPause(program.programId(), id, heldUntil));
        return Stream.concat(missed, lapsed)
                .filter(notice -> !schedule.notices().contains(event(notice)) && refused(notice) == null);
    }

    /** What is decided on one of the two notices. What was said once is not said again. */
    public Decision decide(ActivityCommand notice) {
        Rejection unknown = schedule.approved(notice.milestoneId()) == null
                ? unknownMilestone(notice.milestoneId(), program.programId(), "milestoneId")
                : null;
        if (unknown != null) {
            return reject(unknown);
        }
        ActivityEvent event = event(notice);
        if (schedule.notices().contains(event)) {
            return nothingToDo();
        }
        Rejection refused = refused(notice);
        return refused == null ? acceptIfNothingElseHappened(event) : reject(refused);
    }

    /**
     * The notice of a promise whose day has passed and that is replaced now: before it is due, while the work is paused or while the program is
     * suspended. Once the promise does not hold any more nobody could give it. Absent where it was given.
     */
    Optional<ActivityEvent> beforeReplacing(MilestoneId id) {
        StatedDate promised = currentPromise(id);
        return promised == null || !promised.date().isBefore(context.today()) || isReached(id)
                ? Optional.empty()
                : Optional.<ActivityEvent>of(new MissedDateNoticed(program.programId(), id, promised.date()))
                        .filter(notice -> !schedule.notices().contains(notice));
    }

    private static ActivityEvent event(ActivityCommand notice) {
        return switch (notice) {
            case NoticeMissedDate c -> new MissedDateNoticed(c.programId(), c.milestoneId(), c.promised());
            case NoticeLapsedPause c -> new PauseLapsed(c.programId(), c.milestoneId(), c.renewedUntil());
            default -> throw new IllegalArgumentException("No notice: " + notice);
        };
    }

    private @Nullable Rejection refused(ActivityCommand notice) {
        if (program.status() != ProgramStatus.ACTIVE) {
            return ScheduleRejections.programNotActive(program.programId(), program.status(), "programId");
        }
        Rejection tooEarly = switch (notice) {
            case NoticeMissedDate c -> notMissed(c);
            case NoticeLapsedPause c -> notLapsed(c);
            default -> throw new IllegalArgumentException("No notice: " + notice);
        };
        return tooEarly == null && isReached(notice.milestoneId())
                ? ScheduleRejections.reached(notice.milestoneId(), "milestoneId")
                : tooEarly;
    }

    private @Nullable Rejection notMissed(NoticeMissedDate c) {
        StatedDate promised = currentPromise(c.milestoneId());
        if (promised == null || !promised.date().equals(c.promised())) {
            return NoticeRejections.notPromised(c.milestoneId(), c.promised());
        }
        if (context.today().isBefore(c.promised().plusDays(MISSED_AFTER))) {
            return NoticeRejections.notYetDue(c.milestoneId(), c.promised().plusDays(MISSED_AFTER), context.today());
        }
        LocalDate due =
                context.directory().calendarOf(program.lead(), context.today()).after(c.promised(), MISSED_AFTER);
        if (due.isAfter(context.today())) {
            return NoticeRejections.notYetDue(c.milestoneId(), due, context.today());
        }
        LocalDate heldUntil = heldUntil(c.milestoneId());
        return heldUntil != null && !context.today().isAfter(heldUntil) && stoodStillOn(c.milestoneId(), c.promised())
                ? NoticeRejections.paused(c.milestoneId(), heldUntil)
                : null;
    }

    private @Nullable Rejection notLapsed(NoticeLapsedPause c) {
        if (!c.renewedUntil().equals(heldUntil(c.milestoneId()))) {
            return NoticeRejections.notPausedUntil(c.milestoneId(), c.renewedUntil());
        }
        return context.today().isAfter(c.renewedUntil())
                ? null
                : NoticeRejections.notYetDue(c.milestoneId(), c.renewedUntil().plusDays(1), context.today());
    }

    /** The date that holds; it is missed once its whole period is over. */
    private @Nullable StatedDate currentPromise(MilestoneId id) {
        return schedule.promised(id, this::counts);
    }

    private boolean isReached(MilestoneId id) {
        return schedule.reportsOn(id).exists(report -> report instanceof Report.Actual && counts(report.sequence()));
    }

    /** The last day on which the pause holds that was stated last and not ended since; none where the work goes on. */
    private @Nullable LocalDate heldUntil(MilestoneId id) {
        return heldUntil(id, context.today());
    }

    /** A pause that was stated only after the day was missed does not excuse it. */
    private boolean stoodStillOn(MilestoneId id, LocalDate day) {
        LocalDate heldUntil = heldUntil(id, day);
        return heldUntil != null && !day.isAfter(heldUntil);
    }

    private @Nullable LocalDate heldUntil(MilestoneId id, LocalDate day) {
        return schedule.activitiesOn(id)
                .filter(each -> each.event() instanceof MilestonePaused || each.event() instanceof MilestoneResumed)
                .filter(turn -> !turn.statedOn().isAfter(day) && counts(turn.sequence()))
                .maxBy(Activity.BY_TELLING)
                .filter(turn -> turn.event() instanceof MilestonePaused)
                .map(turn -> Pauses.heldUntil(turn.statedOn()))
                .getOrNull();
    }

    private boolean counts(long sequence) {
        return context.directory()
                .entryIn(Streams.of(program.programId()), sequence)
                .countsFor(context.actor().viewer());
    }
}
