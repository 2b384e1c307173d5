package centralcommand.command.contract.catalog;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.CapacityKind;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.clearance.ClearanceEvent.PeriodCertified;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.Binding;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramEvent.ProgramResumed;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.program.ProgramEvent.RegimeDeclared;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Tonnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event of every type with all that it can say, and one with as little as it can, by the name of its approved file. */
final class EventSamples {
    private static final ProgramId PROGRAM = new ProgramId("ucore-smc");
    private static final MilestoneId MILESTONE = new MilestoneId("ucore-first-prod");
    private static final Agency ENERGY = new Agency("ENERGY");
    private static final LocalDate STATED = LocalDate.of(2025, 5, 19);
    private static final Provenance FULL = new Provenance(
            STATED, LocalDate.of(2025, 5, 16), "filing, page 3", Confidence.MEDIUM, Marking.CUI, Channel.IMPORTED);
    private static final Provenance PLAIN =
            new Provenance(STATED, null, "", Confidence.HIGH, Marking.NONE, Channel.TYPED);
    private static final StatedDate HALF =
            new StatedDate(LocalDate.of(2026, 8, 15), Precision.HALF, "second half of 2026");
    private static final StatedDate DAY = new StatedDate(LocalDate.of(2026, 8, 15), Precision.DAY, "");
    private static final Tonnes TONNES = new Tonnes(new BigDecimal("1000.5"));

    private EventSamples() {}

    static Map<String, Event> all() {
        Map<String, Event> samples = new LinkedHashMap<>();
        organization(samples);
        program(samples);
        baselines(samples);
        reports(samples);
        links(samples);
        rebaselines(samples);
        activities(samples);
        handoffs(samples);
        closures(samples);
        funding(samples);
        capacity(samples);
        clearance(samples);
        return samples;
    }

    private static void organization(Map<String, Event> samples) {
        samples.put(
                "organization-registered.1",
                new OrganizationRegistered(
                        new OrganizationId("exim"),
                        "Export-Import Bank",
                        new OrganizationId("commerce"),
                        new Agency("EXIM"),
                        new Agency("COMMERCE"),
                        LocalDate.of(1934, 2, 2)));
        samples.put(
                "organization-registered.1.least",
                new OrganizationRegistered(
                        new OrganizationId("energy"), "Energy", null, null, null, LocalDate.of(1977, 10, 1)));
    }

    private static void program(Map<String, Event> samples) {
        samples.put(
                "program-proposed.1",
                new ProgramProposed(
                        PROGRAM,
                        "Strategic Metals Complex",
                        "Ucore",
                        new Agency("DEFENSE"),
                        new OrganizationId("exim"),
                        List.of(ENERGY, new Agency("COMMERCE")),
                        LineOfEffort.CAPITAL,
                        Stage.SEPARATION,
                        "Louisiana",
                        LocalDate.of(2023, 6, 1),
                        Precision.MONTH,
                        "A separation plant; \"modular\", 2,000 t → 7,500 t.",
                        FULL));
        samples.put(
                "program-proposed.1.least",
                new ProgramProposed(
                        PROGRAM,
                        "SMC",
                        "Ucore",
                        ENERGY,
                        null,
                        List.of(),
                        LineOfEffort.CAPITAL,
                        Stage.MINE,
                        "",
                        null,
                        null,
                        "A plant.",
                        PLAIN));
        samples.put("program-approved.1", new ProgramApproved(PROGRAM));
        samples.put(
                "program-amended.1",
                new ProgramAmended(
                        PROGRAM,
                        "SMC",
                        "Ucore Rare Metals",
                        new OrganizationId("exim"),
                        List.of(ENERGY),
                        LineOfEffort.DOWNSTREAM_DEMAND,
                        Stage.MAGNET,
                        "Alexandria",
                        "Changed.",
                        FULL));
        samples.put(
                "program-amended.1.least",
                new ProgramAmended(PROGRAM, null, null, null, null, null, null, "Alexandria", null, PLAIN));
        samples.put("program-suspended.1", new ProgramSuspended(PROGRAM, "Funds are held."));
        samples.put("program-resumed.1", new ProgramResumed(PROGRAM, "Funds are free."));
        samples.put(
                "regime-declared.1",
                new RegimeDeclared(PROGRAM, Regime.FAST_41, Binding.BINDS, "Permitting Dashboard, 18 April 2025"));
        samples.put("program-cancelled.1", new ProgramCancelled(PROGRAM, "No customer."));
    }

    private static void baselines(Map<String, Event> samples) {
        samples.put(
                "baseline-proposed.1",
                new BaselineProposed(
                        PROGRAM,
                        2,
                        "plan of 2023",
                        List.of(
                                new PlannedMilestone(
                                        MILESTONE,
                                        "First production",
                                        LocalDate.of(2025, 6, 30),
                                        Precision.HALF,
                                        "first half of 2025",
                                        MilestoneKind.FIRST_PRODUCT,
                                        "Ucore"),
                                new PlannedMilestone(
                                        new MilestoneId("ucore-rated"), "Rated output", null, null, null, null, null)),
                        FULL));
        samples.put("baseline-approved.1", new BaselineApproved(PROGRAM, 2));
        samples.put("baseline-returned.1", new BaselineReturned(PROGRAM, 2, "The basis is missing."));
    }

    private static void reports(Map<String, Event> samples) {
        samples.put(
                "forecast-reported.1",
                new ForecastReported(
                        PROGRAM, MILESTONE, HALF, Cause.FINANCING, CauseBasis.STATED, "The loan is late.", FULL));
        samples.put("forecast-reported.1.least", new ForecastReported(PROGRAM, MILESTONE, DAY, null, null, "", PLAIN));
        samples.put(
                "doubt-reported.1",
                new DoubtReported(
                        PROGRAM, MILESTONE, "not this year", Cause.MARKET, CauseBasis.CONTEXT, "No customer.", FULL));
        samples.put("doubt-reported.1.least", new DoubtReported(PROGRAM, MILESTONE, "", null, null, "No date.", PLAIN));
        samples.put(
                "actual-reported.1",
                new ActualReported(
                        PROGRAM,
                        MILESTONE,
                        new StatedDate(LocalDate.of(2025, 5, 1), Precision.MONTH, "in May"),
                        Cause.TECHNICAL,
                        CauseBasis.STATED,
                        "Reached.",
                        "Inspection 12",
                        FULL));
        samples.put(
                "actual-reported.1.least",
                new ActualReported(
                        PROGRAM,
                        MILESTONE,
                        new StatedDate(LocalDate.of(2025, 5, 1), Precision.DAY, ""),
                        null,
                        null,
                        "",
                        "page",
                        PLAIN));
        samples.put(
                "confirmed-unchanged.1",
                new ConfirmedUnchanged(PROGRAM, List.of(MILESTONE, new MilestoneId("ucore-rated")), FULL));
    }

    private static void links(Map<String, Event> samples) {
        samples.put(
                "milestones-linked.1",
                new MilestonesLinked(
                        PROGRAM,
                        new LinkId("dep-feed"),
                        new LinkEnd(new ProgramId("mp-hree"), new MilestoneId("mp-hree-commission"), null),
                        new LinkEnd(PROGRAM, MILESTONE, null),
                        LinkKind.FEEDSTOCK,
                        null,
                        null,
                        "Feed for both plants.",
                        FULL));
        samples.put(
                "milestones-linked.1.timed",
                new MilestonesLinked(
                        PROGRAM,
                        new LinkId("dep-lag"),
                        new LinkEnd(PROGRAM, new MilestoneId("ucore-rated"), null),
                        new LinkEnd(PROGRAM, MILESTONE, null),
                        LinkKind.TECHNICAL_DATA,
                        LinkType.START_TO_START,
                        -10,
                        "",
                        PLAIN));
        samples.put(
                "milestones-linked.1.least",
                new MilestonesLinked(
                        PROGRAM,
                        new LinkId("dep-permit"),
                        new LinkEnd(null, null, "State of Louisiana"),
                        new LinkEnd(PROGRAM, null, null),
                        LinkKind.PERMIT,
                        null,
                        null,
                        "",
                        PLAIN));
    }

    private static void rebaselines(Map<String, Event> samples) {
        samples.put(
                "rebaseline-requested.1",
                new RebaselineEvent.RebaselineRequested(
                        PROGRAM,
                        3,
                        RebaselineReason.FUNDING_CHANGE,
                        "The loan closed a year late.",
                        "plan of 2025",
                        "Treasury",
                        List.of(new NewDate(
                                MILESTONE, LocalDate.of(2027, 6, 30), Precision.HALF, "first half of 2027")),
                        FULL));
        samples.put(
                "rebaseline-approved.1",
                new RebaselineEvent.RebaselineApproved(
                        PROGRAM, 3, "Work goes on as planned.", "Energy, Treasury", "Treasury: too early."));
        samples.put(
                "rebaseline-declined.1",
                new RebaselineEvent.RebaselineDeclined(PROGRAM, 3, "The promise can be met.", "Energy", ""));
    }

    private static void activities(Map<String, Event> samples) {
        samples.put(
                "duration-estimated.1",
                new ActivityEvent.DurationEstimated(PROGRAM, MILESTONE, 20, 30, 60, "two like it", FULL));
        samples.put(
                "milestone-paused.1",
                new ActivityEvent.MilestonePaused(PROGRAM, MILESTONE, PauseReason.LITIGATION, "Stayed.", FULL));
        samples.put("milestone-resumed.1", new ActivityEvent.MilestoneResumed(PROGRAM, MILESTONE, "Lifted.", PLAIN));
        samples.put(
                "margin-used.1",
                new ActivityEvent.MarginUsed(PROGRAM, MILESTONE, 5, Cause.SITE, "Ucore", "Rain.", FULL));
        samples.put(
                "hidden-slip-answered.1",
                new ActivityEvent.HiddenSlipAnswered(
                        PROGRAM,
                        MILESTONE,
                        LocalDate.of(2027, 3, 1),
                        HiddenSlipAnswer.RECOVERED,
                        "A second line.",
                        FULL));
        samples.put(
                "missed-date-noticed.1",
                new ActivityEvent.MissedDateNoticed(PROGRAM, MILESTONE, LocalDate.of(2025, 6, 30)));
        samples.put("pause-lapsed.1", new ActivityEvent.PauseLapsed(PROGRAM, MILESTONE, LocalDate.of(2025, 6, 30)));
    }

    private static void handoffs(Map<String, Event> samples) {
        HandoffId id = new HandoffId("ucore-feed");
        samples.put(
                "handoff-requested.1",
                new HandoffEvent.HandoffRequested(
                        id,
                        new ProgramId("mp-hree"),
                        new MilestoneId("mp-hree-commission"),
                        PROGRAM,
                        MILESTONE,
                        "20 t of oxide",
                        HALF,
                        FULL));
        samples.put(
                "handoff-requested.1.least",
                new HandoffEvent.HandoffRequested(
                        id, new ProgramId("mp-hree"), null, PROGRAM, MILESTONE, "oxide", DAY, PLAIN));
        samples.put("handoff-accepted.1", new HandoffEvent.HandoffAccepted(id, HALF, "If the feed comes.", FULL));
        samples.put("handoff-declined.1", new HandoffEvent.HandoffDeclined(id, "No capacity.", PLAIN));
        samples.put(
                "handoff-renegotiated.1",
                new HandoffEvent.HandoffRenegotiated(id, DAY, Cause.EQUIPMENT, "A kiln failed.", FULL));
        samples.put(
                "handoff-delivered.1",
                new HandoffEvent.HandoffDelivered(id, LocalDate.of(2025, 5, 1), "waybill 7", PLAIN));
        samples.put("handoff-contested.1", new HandoffEvent.HandoffContested(id, "Nothing arrived.", PLAIN));
        samples.put("handoff-confirmed.1", new HandoffEvent.HandoffConfirmed(id, "", PLAIN));
    }

    private static void closures(Map<String, Event> samples) {
        ClosureId id = new ClosureId("lapse-2025");
        samples.put(
                "closure-declared.1",
                new CalendarEvent.ClosureDeclared(
                        id,
                        ENERGY,
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.of(2025, 10, 1),
                        LocalDate.of(2025, 11, 12),
                        "No appropriation.",
                        FULL));
        samples.put(
                "closure-declared.1.least",
                new CalendarEvent.ClosureDeclared(
                        id,
                        null,
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.of(2025, 10, 1),
                        null,
                        "No appropriation.",
                        PLAIN));
        samples.put("closure-ended.1", new CalendarEvent.ClosureEnded(id, LocalDate.of(2025, 11, 12)));
    }

    private static void funding(Map<String, Event> samples) {
        samples.put(
                "funding-recorded.1",
                new FundingRecorded(
                        new FundingId("ucore-award-2025"),
                        PROGRAM,
                        Instrument.CONTRACT,
                        "DoD",
                        "DPA Title III",
                        Money.usd("18400000"),
                        FundingColumn.BOUND,
                        "awarded",
                        "an award is named",
                        new FundingId("ucore-award-2023"),
                        new FundingId("dod-total"),
                        "Option exercised.",
                        FULL));
        samples.put(
                "funding-recorded.1.least",
                new FundingRecorded(
                        new FundingId("mp-ppa-floor"),
                        PROGRAM,
                        Instrument.PRICE_FLOOR,
                        "DoD",
                        "",
                        null,
                        FundingColumn.UNKNOWN,
                        "",
                        "",
                        null,
                        null,
                        "",
                        PLAIN));
    }

    private static void capacity(Map<String, Event> samples) {
        samples.put(
                "capacity-pledged.1",
                new CapacityPledged(
                        PROGRAM,
                        new CapacityId("ucore-phase-2"),
                        Material.NDPR_OXIDE,
                        Stage.SEPARATION,
                        TONNES,
                        2028,
                        CapacityKind.PLANNED,
                        List.of(new CapacityId("ucore-phase-1")),
                        new CapacityId("ucore-old-plan"),
                        "Both phases.",
                        FULL));
        samples.put(
                "capacity-pledged.1.least",
                new CapacityPledged(
                        PROGRAM,
                        new CapacityId("ucore-design"),
                        Material.ALLOY,
                        Stage.METAL,
                        new Tonnes(BigDecimal.ZERO),
                        null,
                        CapacityKind.DESIGN,
                        List.of(),
                        null,
                        "",
                        PLAIN));
        samples.put(
                "production-reported.1",
                new ProductionReported(
                        PROGRAM,
                        new CapacityId("ucore-made-2025"),
                        Material.NDPR_OXIDE,
                        Stage.SEPARATION,
                        TONNES,
                        2025,
                        "Audited.",
                        FULL));
        samples.put(
                "capacity-target-set.1",
                new CapacityTargetSet(
                        new TargetId("us-magnets-2030"),
                        Material.NDFEB_MAGNET,
                        Stage.MAGNET,
                        2030,
                        TONNES,
                        TargetKind.DERIVED_DEMAND,
                        "x t are y % of demand",
                        FULL));
        samples.put(
                "capacity-target-set.1.least",
                new CapacityTargetSet(
                        new TargetId("dod-goal"),
                        Material.NDFEB_MAGNET,
                        Stage.MAGNET,
                        null,
                        null,
                        TargetKind.TARGET,
                        "mine to magnet",
                        PLAIN));
    }

    private static void clearance(Map<String, Event> samples) {
        samples.put("entries-released.1", new EntriesReleased(ENERGY, List.of(4L, 9_000_000_000L)));
        samples.put("entry-withdrawn.1", new EntryWithdrawn(ENERGY, 4, "Entered twice."));
        samples.put("release-policy-set.1", new ReleasePolicySet(ENERGY, ReleasePolicy.AT_ONCE));
        samples.put("period-certified.1", new PeriodCertified(ENERGY, YearMonth.of(2026, 5)));
        samples.put("entry-corrected.1", new EntryCorrected(ENERGY, 4, "Wrong plant.", PLAIN));
        samples.put(
                "command-refused.1",
                new CommandRefused(
                        "report-forecast",
                        "{\"programId\":\"ucore-smc\"}",
                        Rejection.rule("FORECAST_BEFORE_STATED_DAY", "A forecast cannot end before.", "date")));
        samples.put(
                "command-refused.1.least",
                new CommandRefused(
                        "approve-program", "{}", Rejection.permission("ROLE_MISSING", "Only CZAR may send this.")));
    }
}
