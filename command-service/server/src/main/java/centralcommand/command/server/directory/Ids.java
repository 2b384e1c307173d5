package centralcommand.command.server.directory;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** Every id that was ever taken, and what it stands for; an id stays taken for ever. */
record Ids(Map<String, IdKind> kinds) {
    static final Ids NONE = new Ids(HashMap.empty());

    Ids evolve(Fact fact) {
        return switch (fact.event()) {
            case OrganizationRegistered e -> with(e.organizationId().value(), IdKind.ORGANIZATION);
            case ProgramProposed e -> with(e.programId().value(), IdKind.PROGRAM);
            case BaselineProposed e -> {
                Ids after = this;
                for (PlannedMilestone milestone : e.milestones()) {
                    after = after.with(milestone.milestoneId().value(), IdKind.MILESTONE);
                }
                yield after;
            }
            case MilestonesLinked e -> with(e.linkId().value(), IdKind.LINK);
            case FundingRecorded e -> with(e.fundingId().value(), IdKind.FUNDING);
            case CapacityPledged e -> with(e.capacityId().value(), IdKind.CAPACITY);
            case ProductionReported e -> with(e.capacityId().value(), IdKind.CAPACITY);
            case CapacityTargetSet e -> with(e.targetId().value(), IdKind.TARGET);
            case HandoffRequested e -> with(e.handoffId().value(), IdKind.HANDOFF);
            case ClosureDeclared e -> with(e.closureId().value(), IdKind.CLOSURE);
            default -> this;
        };
    }

    private Ids with(String id, IdKind kind) {
        return new Ids(kinds.put(id, kind));
    }
}
