package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.ownProposal;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.directory.Directory.Promise;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.IdKind;
import centralcommand.command.server.schedule.Schedule.Baseline;
import centralcommand.command.server.schedule.Schedule.Stand;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of promising dates, and of deciding on promises. */
final class Baselines {
    private final Schedule state;
    private final ProgramStanding program;
    private final Context context;

    Baselines(Schedule state, ProgramStanding program, Context context) {
        this.state = state;
        this.program = program;
        this.context = context;
    }

    Decision propose(ProposeBaseline c) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (!program.ledBy(context.actor())) {
            return reject(notLeadAgency(program.programId(), program.lead()));
        }
        if (program.status() == ProgramStatus.CANCELLED) {
            return reject(ScheduleRejections.cancelled(program.programId()));
        }
        Rejection refused = refusedMilestone(c.milestones());
        if (refused != null) {
            return reject(refused);
        }
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        return acceptIfNothingElseHappened(new BaselineProposed(
                c.programId(),
                state.nextNumber(),
                c.basis(),
                c.milestones(),
                c.stated().provenance(context.today())));
    }

    private @Nullable Rejection refusedMilestone(List<PlannedMilestone> milestones) {
        Set<MilestoneId> seen = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            MilestoneId id = milestones.get(i).milestoneId();
            String field = "milestones[%d].milestoneId".formatted(i);
            if (!seen.add(id)) {
                return ScheduleRejections.milestoneTwice(id, field);
            }
            if (isPromisedHere(id)) {
                return ScheduleRejections.milestoneKnown(id, field);
            }
            if (!isFreeHere(id)) {
                return idTaken(id.value(), field);
            }
        }
        return null;
    }

    /** In a baseline that is approved or may still be. */
    private boolean isPromisedHere(MilestoneId id) {
        return state.baselines().exists(each -> each.milestone(id) != null && isLive(each));
    }

    private boolean isLive(Baseline baseline) {
        return switch (baseline.stand()) {
            case APPROVED -> true;
            case PENDING -> Schedule.entryOf(baseline, context.directory()).counts();
            case RETURNED, DECLINED -> false;
        };
    }

    /** Nobody has taken the id, or this program has, in a proposal that came to nothing. */
    private boolean isFreeHere(MilestoneId id) {
        IdKind kind = context.directory().kindOf(id.value());
        Promise promise = context.directory().promiseOf(id);
        return kind == null
                || (kind == IdKind.MILESTONE
                        && promise != null
                        && promise.programId().equals(program.programId()));
    }

    /** An approver's approval makes the proposal the agency's word in the same act, where it was not yet. */
    Decision approve(ApproveBaseline c) {
        Baseline baseline = state.baseline(c.baseline());
        Rejection refused = refusedDecision(baseline, c.baseline());
        if (baseline == null || refused != null) {
            return reject(refused == null ? ScheduleRejections.unknownBaseline(c.programId(), c.baseline()) : refused);
        }
        if (!context.actor().has(Role.CZAR) && state.hasApprovedBaseline()) {
            return reject(ScheduleRejections.rebaselineByCzar(program.programId()));
        }
        if (program.status() == ProgramStatus.CANCELLED) {
            return reject(ScheduleRejections.cancelled(program.programId()));
        }
        Entry proposal = Schedule.entryOf(baseline, context.directory());
        BaselineApproved approved = new BaselineApproved(c.programId(), c.baseline());
        return proposal.released() || proposal.agency() == null
                ? accept(approved)
                : accept(new EntriesReleased(proposal.agency(), List.of(proposal.position())), approved);
    }

    Decision sendBack(ReturnBaseline c) {
        Baseline baseline = state.baseline(c.baseline());
        Rejection refused = refusedDecision(baseline, c.baseline());
        return refused != null
                ? reject(refused)
                : accept(new BaselineReturned(c.programId(), c.baseline(), c.reason()));
    }

    private @Nullable Rejection refusedDecision(@Nullable Baseline baseline, int number) {
        if (baseline == null) {
            return Rebaselines.isKnown(state.rebaseline(number), context)
                    ? ScheduleRejections.notAProposal(number)
                    : ScheduleRejections.unknownBaseline(program.programId(), number);
        }
        Entry proposal = Schedule.entryOf(baseline, context.directory());
        if (!proposal.shownTo(context.actor().viewer())) {
            return ScheduleRejections.unknownBaseline(program.programId(), number);
        }
        boolean czar = context.actor().has(Role.CZAR);
        if (!czar && !(context.actor().has(Role.AGENCY_APPROVER) && program.ledBy(context.actor()))) {
            return ScheduleRejections.notDeciding(program.programId());
        }
        if (proposal.author().equals(context.actor().subject())) {
            return ownProposal();
        }
        if (proposal.withdrawn()) {
            return ScheduleRejections.baselineNotPending(number, "withdrawn");
        }
        return baseline.stand() == Stand.PENDING
                ? null
                : ScheduleRejections.baselineNotPending(
                        number, baseline.stand().name().toLowerCase(Locale.ROOT));
    }
}
