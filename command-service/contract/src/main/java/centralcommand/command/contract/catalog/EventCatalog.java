package centralcommand.command.contract.catalog;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import java.util.List;

/** Every event that was ever stored, by the name and revision under which it is stored for ever. */
public final class EventCatalog {

    /**
     * @param name kebab-case, past tense
     * @param revision from 1
     */
    public record StoredName(Class<? extends Event> type, String name, int revision) {}

    public static final List<StoredName> EVENTS = List.of(
            new StoredName(OrganizationRegistered.class, "organization-registered", 1),
            new StoredName(ProgramEvent.ProgramProposed.class, "program-proposed", 1),
            new StoredName(ProgramEvent.ProgramApproved.class, "program-approved", 1),
            new StoredName(ProgramEvent.ProgramAmended.class, "program-amended", 1),
            new StoredName(ProgramEvent.ProgramSuspended.class, "program-suspended", 1),
            new StoredName(ProgramEvent.ProgramResumed.class, "program-resumed", 1),
            new StoredName(ProgramEvent.ProgramCancelled.class, "program-cancelled", 1),
            new StoredName(ProgramEvent.RegimeDeclared.class, "regime-declared", 1),
            new StoredName(ScheduleEvent.BaselineProposed.class, "baseline-proposed", 1),
            new StoredName(ScheduleEvent.BaselineApproved.class, "baseline-approved", 1),
            new StoredName(ScheduleEvent.BaselineReturned.class, "baseline-returned", 1),
            new StoredName(ScheduleEvent.ForecastReported.class, "forecast-reported", 1),
            new StoredName(ScheduleEvent.DoubtReported.class, "doubt-reported", 1),
            new StoredName(ScheduleEvent.ActualReported.class, "actual-reported", 1),
            new StoredName(ScheduleEvent.ConfirmedUnchanged.class, "confirmed-unchanged", 1),
            new StoredName(ScheduleEvent.MilestonesLinked.class, "milestones-linked", 1),
            new StoredName(RebaselineEvent.RebaselineRequested.class, "rebaseline-requested", 1),
            new StoredName(RebaselineEvent.RebaselineApproved.class, "rebaseline-approved", 1),
            new StoredName(RebaselineEvent.RebaselineDeclined.class, "rebaseline-declined", 1),
            new StoredName(ActivityEvent.DurationEstimated.class, "duration-estimated", 1),
            new StoredName(ActivityEvent.MilestonePaused.class, "milestone-paused", 1),
            new StoredName(ActivityEvent.MilestoneResumed.class, "milestone-resumed", 1),
            new StoredName(ActivityEvent.MarginUsed.class, "margin-used", 1),
            new StoredName(ActivityEvent.HiddenSlipAnswered.class, "hidden-slip-answered", 1),
            new StoredName(ActivityEvent.MissedDateNoticed.class, "missed-date-noticed", 1),
            new StoredName(ActivityEvent.PauseLapsed.class, "pause-lapsed", 1),
            new StoredName(HandoffEvent.HandoffRequested.class, "handoff-requested", 1),
            new StoredName(HandoffEvent.HandoffAccepted.class, "handoff-accepted", 1),
            new StoredName(HandoffEvent.HandoffDeclined.class, "handoff-declined", 1),
            new StoredName(HandoffEvent.HandoffRenegotiated.class, "handoff-renegotiated", 1),
            new StoredName(HandoffEvent.HandoffDelivered.class, "handoff-delivered", 1),
            new StoredName(HandoffEvent.HandoffContested.class, "handoff-contested", 1),
            new StoredName(HandoffEvent.HandoffConfirmed.class, "handoff-confirmed", 1),
            new StoredName(CalendarEvent.ClosureDeclared.class, "closure-declared", 1),
            new StoredName(CalendarEvent.ClosureEnded.class, "closure-ended", 1),
            new StoredName(FundingRecorded.class, "funding-recorded", 1),
            new StoredName(CapacityEvent.CapacityPledged.class, "capacity-pledged", 1),
            new StoredName(CapacityEvent.ProductionReported.class, "production-reported", 1),
            new StoredName(CapacityEvent.CapacityTargetSet.class, "capacity-target-set", 1),
            new StoredName(ClearanceEvent.EntriesReleased.class, "entries-released", 1),
            new StoredName(ClearanceEvent.EntryWithdrawn.class, "entry-withdrawn", 1),
            new StoredName(ClearanceEvent.ReleasePolicySet.class, "release-policy-set", 1),
            new StoredName(ClearanceEvent.PeriodCertified.class, "period-certified", 1),
            new StoredName(ClearanceEvent.EntryCorrected.class, "entry-corrected", 1),
            new StoredName(CommandRefused.class, "command-refused", 1));

    private EventCatalog() {}
}
