package centralcommand.query.server.told;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.on;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.Binding;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.RegimeDeclared;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.ActivityEvent.PauseLapsed;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.StatedDate;
import java.time.LocalDate;
import java.util.List;

/** Two programs of their own in which every kind of schedule event occurs; told at the end of {@link Story}. */
final class ScheduleStory {
    private static final ProgramId GIVING = new ProgramId("giving-program");
    private static final ProgramId TAKING = new ProgramId("taking-program");
    private static final MilestoneId GIVEN = new MilestoneId("oxide-made");
    private static final MilestoneId TAKEN = new MilestoneId("metal-made");
    private static final MilestoneId MARGIN = new MilestoneId("metal-margin");
    private static final Agency INTERIOR = new Agency("INTERIOR");
    private static final Agency COMMERCE = new Agency("COMMERCE");
    private static final Authorship INTERIOR_STAFF = History.staff("interior", INTERIOR);
    private static final Authorship INTERIOR_APPROVER = History.approver("interior.approver", INTERIOR);
    private static final Authorship COMMERCE_STAFF = History.staff("commerce", COMMERCE);
    private static final Authorship SYSTEM =
            new Authorship("system", null, List.of(Role.SYSTEM), "missed:metal-made:2025-09-30", "notice-missed-date");

    private ScheduleStory() {}

    static void tell(History history) {
        promises(history);
        activities(history);
        rebaselines(history);
        handoffs(history);
        calendar(history);
    }

    /** Interior's entries are released one by one. */
    private static void interior(History history, Event event) {
        long position = history.says(INTERIOR_STAFF, event);
        history.says(INTERIOR_APPROVER, new EntriesReleased(INTERIOR, List.of(position)));
    }

    private static void promises(History history) {
        history.says(
                History.approver("commerce.approver", COMMERCE), new ReleasePolicySet(COMMERCE, ReleasePolicy.AT_ONCE));
        interior(history, Story.proposed(GIVING, "Giving program", INTERIOR, on("2025-01-10")));
        history.says(CZAR, new ProgramApproved(GIVING));
        history.says(CZAR, new RegimeDeclared(GIVING, Regime.DOE_CAPITAL_ASSET, Binding.BINDS, "an order"));
        interior(
                history,
                new BaselineProposed(
                        GIVING,
                        1,
                        "plan",
                        List.of(Story.planned(GIVEN, "Oxide made", "2025-06-30", Precision.DAY)),
                        on("2025-01-10")));
        history.says(CZAR, new BaselineApproved(GIVING, 1));
        history.says(COMMERCE_STAFF, Story.proposed(TAKING, "Taking program", COMMERCE, on("2025-01-10")));
        history.says(CZAR, new ProgramApproved(TAKING));
        history.says(
                COMMERCE_STAFF,
                new BaselineProposed(
                        TAKING,
                        1,
                        "plan",
                        List.of(
                                Story.planned(TAKEN, "Metal made", "2025-09-30", Precision.DAY),
                                new PlannedMilestone(
                                        MARGIN,
                                        "Margin before metal",
                                        LocalDate.of(2025, 9, 29),
                                        Precision.DAY,
                                        "",
                                        MilestoneKind.MARGIN,
                                        "A company")),
                        on("2025-01-10")));
        history.says(CZAR, new BaselineApproved(TAKING, 1));
    }

    private static void activities(History history) {
        history.says(
                COMMERCE_STAFF, new DurationEstimated(TAKING, MARGIN, 10, 10, 10, "a rule of thumb", on("2025-01-11")));
        history.says(
                COMMERCE_STAFF, new MarginUsed(TAKING, MARGIN, 4, Cause.SITE, "A company", "rain", on("2025-03-01")));
        interior(history, new MilestonePaused(GIVING, GIVEN, PauseReason.LITIGATION, "a court", on("2025-02-01")));
        interior(history, new MilestoneResumed(GIVING, GIVEN, "the court has ruled", on("2025-03-01")));
        interior(history, new MilestonePaused(GIVING, GIVEN, PauseReason.AWAITING_FUNDS, "no money", on("2025-04-01")));
        history.says(SYSTEM, new PauseLapsed(GIVING, GIVEN, LocalDate.of(2025, 7, 1)));
        history.says(
                COMMERCE_STAFF,
                new HiddenSlipAnswered(
                        TAKING,
                        TAKEN,
                        LocalDate.of(2025, 12, 31),
                        HiddenSlipAnswer.NOT_DEPENDENT,
                        "another supplier",
                        on("2025-08-01")));
        history.says(SYSTEM, new MissedDateNoticed(TAKING, TAKEN, LocalDate.of(2025, 9, 30)));
    }

    private static RebaselineRequested request(int baseline, String date) {
        return new RebaselineRequested(
                GIVING,
                baseline,
                RebaselineReason.FUNDING_CHANGE,
                "money came late",
                "a new plan",
                "Treasury",
                List.of(new NewDate(GIVEN, LocalDate.parse(date), Precision.DAY, "")),
                on("2025-08-0" + baseline));
    }

    private static void rebaselines(History history) {
        interior(history, request(2, "2026-12-31"));
        history.says(CZAR, new RebaselineDeclined(GIVING, 2, "too late", "Defense", ""));
        interior(history, request(3, "2026-06-30"));
        history.says(CZAR, new RebaselineApproved(GIVING, 3, "as fast as it can be", "Defense", "Defense: earlier"));
    }

    private static StatedDate day(String date) {
        return new StatedDate(LocalDate.parse(date), Precision.DAY, "");
    }

    private static HandoffRequested asked(HandoffId id) {
        return new HandoffRequested(
                id, GIVING, GIVEN, TAKING, TAKEN, "20 t of oxide", day("2025-08-31"), on("2025-01-15"));
    }

    private static void handoffs(History history) {
        HandoffId oxide = new HandoffId("oxide");
        history.says(COMMERCE_STAFF, asked(oxide));
        interior(history, new HandoffAccepted(oxide, day("2025-08-31"), "", on("2025-01-20")));
        interior(
                history,
                new HandoffRenegotiated(oxide, day("2025-10-31"), Cause.EQUIPMENT, "a kiln", on("2025-08-20")));
        history.says(COMMERCE_STAFF, new HandoffAccepted(oxide, day("2025-10-31"), "", on("2025-08-21")));
        interior(history, new HandoffDelivered(oxide, LocalDate.of(2025, 11, 5), "a waybill", on("2025-11-06")));
        history.says(COMMERCE_STAFF, new HandoffContested(oxide, "nothing arrived", on("2025-11-06")));
        interior(
                history,
                new HandoffDelivered(oxide, LocalDate.of(2025, 11, 5), "the waybill signed", on("2025-11-06")));
        history.says(COMMERCE_STAFF, new HandoffConfirmed(oxide, "", on("2025-11-07")));
        HandoffId more = new HandoffId("more-oxide");
        history.says(COMMERCE_STAFF, asked(more));
        interior(history, new HandoffDeclined(more, "no capacity", on("2025-01-21")));
    }

    private static void calendar(History history) {
        ClosureId lapse = new ClosureId("lapse-2025");
        history.says(
                CZAR,
                new ClosureDeclared(
                        lapse,
                        null,
                        ClosureKind.LAPSE_IN_APPROPRIATIONS,
                        LocalDate.of(2025, 10, 1),
                        null,
                        "no appropriation",
                        on("2025-10-01")));
        history.says(CZAR, new ClosureEnded(lapse, LocalDate.of(2025, 11, 12)));
    }
}
