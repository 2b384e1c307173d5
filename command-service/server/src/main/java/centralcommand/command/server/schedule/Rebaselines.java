package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.ownProposal;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PromiseLock;
import centralcommand.command.contract.schedule.RebaselineCommand.ApproveRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.DeclineRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.schedule.Schedule.Promised;
import centralcommand.command.server.schedule.Schedule.Request;
import centralcommand.command.server.schedule.Schedule.Stand;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of replacing one promise by another. The lock binds when it is asked for and never when it is decided: how long the czar's
 * office takes is not the agency's doing.
 */
final class Rebaselines {
    private final Schedule state;
    private final ProgramStanding program;
    private final Context context;

    Rebaselines(Schedule state, ProgramStanding program, Context context) {
        this.state = state;
        this.program = program;
        this.context = context;
    }

    Decision request(RequestRebaseline c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (!program.ledBy(context.actor())) {
            return reject(notLeadAgency(program.programId(), program.lead()));
        }
        Rejection unknown = unknownMilestone(c.dates());
        if (unknown != null) {
            return reject(unknown);
        }
        if (program.status() == ProgramStatus.CANCELLED) {
            return reject(ScheduleRejections.cancelled(program.programId()));
        }
        Rejection refused = refusedDate(c.dates(), statedOn);
        if (refused != null) {
            return reject(refused);
        }
        return statedOn.isAfter(context.today())
                ? reject(statedInFuture(statedOn, context.today()))
                : accept(new RebaselineRequested(
                        c.programId(),
                        state.nextNumber(),
                        c.reason(),
                        c.narrative(),
                        c.basis(),
                        c.consulted(),
                        c.dates(),
                        c.stated().provenance(context.today())));
    }

    private @Nullable Rejection unknownMilestone(List<NewDate> dates) {
        for (int i = 0; i < dates.size(); i++) {
            MilestoneId id = dates.get(i).milestoneId();
            if (state.approved(id) == null) {
                return ScheduleRejections.notPromised(id, program.programId(), milestoneField(i));
            }
        }
        return null;
    }

    private @Nullable Rejection refusedDate(List<NewDate> dates, LocalDate statedOn) {
        Set<MilestoneId> seen = new HashSet<>();
        for (int i = 0; i < dates.size(); i++) {
            NewDate asked = dates.get(i);
            if (!seen.add(asked.milestoneId())) {
                return ScheduleRejections.milestoneTwice(asked.milestoneId(), milestoneField(i));
            }
            Rejection refused = refused(asked, milestoneField(i), "dates[%d].date".formatted(i), statedOn);
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private @Nullable Rejection refused(NewDate asked, String milestoneField, String dateField, LocalDate statedOn) {
        MilestoneId id = asked.milestoneId();
        if (isReached(id)) {
            return ScheduleRejections.reached(id, milestoneField);
        }
        Promised inForce = state.inForce(id);
        if (inForce == null) {
            return ScheduleRejections.nothingPromised(id, milestoneField);
        }
        StatedDate promised = inForce.date();
        Request undecided = undecidedOn(id);
        if (undecided != null) {
            return ScheduleRejections.asked(id, undecided.number(), milestoneField);
        }
        if (PromiseLock.holds(promised.date(), context.today())) {
            return ScheduleRejections.locked(id, promised.date(), milestoneField);
        }
        if (statedOn.isBefore(inForce.statedOn())) {
            return ScheduleRejections.askedBeforePromise(id, statedOn, inForce.statedOn());
        }
        StatedDate now = asked.promised();
        if (now.date().isBefore(context.today())) {
            return ScheduleRejections.promisedDayPassed(now, context.today(), dateField);
        }
        return now.date().equals(promised.date()) && now.precision() == promised.precision()
                ? ScheduleRejections.samePromise(id, promised, dateField)
                : null;
    }

    private @Nullable Request undecidedOn(MilestoneId id) {
        return state.rebaselines()
                .find(each -> each.stand() == Stand.PENDING
                        && each.isAbout(id)
                        && Schedule.entryOf(each, context.directory()).counts())
                .getOrNull();
    }

    private boolean isReached(MilestoneId id) {
        return state.reportsOn(id)
                .exists(each -> each instanceof Report.Actual
                        && context.directory()
                                .entryIn(Streams.of(program.programId()), each.sequence())
                                .countsFor(context.actor().viewer()));
    }

    private static String milestoneField(int line) {
        return "dates[%d].milestoneId".formatted(line);
    }

    Decision approve(ApproveRebaseline c) {
        Rejection refused = refusedDecision(c.baseline());
        if (refused != null) {
            return reject(refused);
        }
        if (program.status() == ProgramStatus.CANCELLED) {
            return reject(ScheduleRejections.cancelled(program.programId()));
        }
        List<MilestoneId> asked = Optional.ofNullable(state.rebaseline(c.baseline())).stream()
                .flatMap(request -> request.asked().dates().stream())
                .map(NewDate::milestoneId)
                .toList();
        Optional<MilestoneId> reached = asked.stream().filter(this::isReached).findFirst();
        if (reached.isPresent()) {
            return reject(ScheduleRejections.reachedMeanwhile(reached.get()));
        }
        Notices notices = new Notices(state, program, context);
        List<Event> missed = asked.stream()
                .<Event>flatMap(id -> notices.beforeReplacing(id).stream())
                .toList();
        RebaselineApproved approved = new RebaselineApproved(
                c.programId(),
                c.baseline(),
                c.determination(),
                c.consulted(),
                Objects.requireNonNullElse(c.dissent(), ""));
        return missed.isEmpty()
                ? accept(approved)
                : acceptIfNothingElseHappened(
                        Stream.concat(missed.stream(), Stream.of(approved)).toArray(Event[]::new));
    }

    Decision decline(DeclineRebaseline c) {
        Rejection refused = refusedDecision(c.baseline());
        return refused != null
                ? reject(refused)
                : accept(new RebaselineDeclined(
                        c.programId(),
                        c.baseline(),
                        c.determination(),
                        c.consulted(),
                        Objects.requireNonNullElse(c.dissent(), "")));
    }

    private @Nullable Rejection refusedDecision(int number) {
        Request request = state.rebaseline(number);
        if (request == null || !isKnown(request, context)) {
            return isProposal(number)
                    ? ScheduleRejections.notARequest(number)
                    : ScheduleRejections.unknownBaseline(program.programId(), number);
        }
        Entry asked = Schedule.entryOf(request, context.directory());
        if (!context.actor().has(Role.CZAR)) {
            return ScheduleRejections.decidedByCzar(program.programId());
        }
        if (asked.author().equals(context.actor().subject())) {
            return ownProposal();
        }
        if (!asked.released() || asked.withdrawn()) {
            return ScheduleRejections.unknownBaseline(program.programId(), number);
        }
        return request.stand() == Stand.PENDING
                ? null
                : ScheduleRejections.requestDecided(
                        number, request.stand().name().toLowerCase(Locale.ROOT));
    }

    private boolean isProposal(int number) {
        Schedule.Baseline baseline = state.baseline(number);
        return baseline != null
                && Schedule.entryOf(baseline, context.directory())
                        .shownTo(context.actor().viewer());
    }

    /** Whether the actor knows of a request. */
    static boolean isKnown(@Nullable Request request, Context context) {
        return request != null
                && Schedule.entryOf(request, context.directory())
                        .shownTo(context.actor().viewer());
    }
}
