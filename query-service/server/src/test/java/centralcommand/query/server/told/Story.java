package centralcommand.query.server.told;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.DEFENSE_APPROVER;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;

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
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramEvent.ProgramResumed;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Tonnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small portfolio in which every kind of event occurs, and in which words are planted that only some may read:
 * {@code ZZINSIDE} inside Energy only, {@code ZZMARKED} inside Energy and by the czar's office, {@code ZZCZAR} by the czar's office
 * only, {@code ZZRELEASED} by all. Auditors read everything.
 */
public final class Story {
    public static final ProgramId OPEN = new ProgramId("open-program");
    public static final ProgramId HIDDEN = new ProgramId("zzmarked-program");
    public static final ProgramId OTHER = new ProgramId("other-program");
    public static final MilestoneId FIRST = new MilestoneId("first-product");
    public static final MilestoneId SECOND = new MilestoneId("full-rate");
    public static final MilestoneId WAITING = new MilestoneId("magnets-made");

    private Story() {}

    public static History told() {
        History history = new History();
        organizations(history);
        openProgram(history);
        hiddenProgram(history);
        otherProgram(history);
        inside(history);
        marked(history);
        czarsOffice(history);
        ScheduleStory.tell(history);
        return history;
    }

    private static void organizations(History history) {
        history.says(
                CZAR,
                new OrganizationRegistered(
                        new OrganizationId("energy"),
                        "Department of Energy",
                        null,
                        ENERGY,
                        null,
                        LocalDate.of(2020, 1, 1)));
        history.says(
                CZAR,
                new OrganizationRegistered(
                        new OrganizationId("exim"), "EXIM", null, null, ENERGY, LocalDate.of(2020, 1, 1)));
        history.says(DEFENSE_APPROVER, new ReleasePolicySet(DEFENSE, ReleasePolicy.AT_ONCE));
    }

    private static void openProgram(History history) {
        long program = history.says(ENERGY_STAFF, proposed(OPEN, "Open program ZZRELEASED", ENERGY, on("2025-01-10")));
        history.says(CZAR, new ProgramApproved(OPEN));
        long baseline = history.says(
                ENERGY_STAFF,
                new BaselineProposed(
                        OPEN,
                        1,
                        "contract",
                        List.of(
                                planned(FIRST, "First product", "2026-06-30", Precision.DAY),
                                planned(SECOND, "Full rate", "2027-12-31", Precision.YEAR)),
                        on("2025-01-10")));
        history.says(ENERGY_APPROVER, new BaselineApproved(OPEN, 1));
        long forecast = history.says(
                ENERGY_STAFF,
                forecast(OPEN, FIRST, "2026-09-30", Cause.EQUIPMENT, "a late furnace ZZRELEASED", on("2025-06-01")));
        long funding = history.says(ENERGY_STAFF, funding("open-loan", OPEN, "400000000", "a loan", on("2025-02-01")));
        long pledge = history.says(ENERGY_STAFF, pledge("open-plan", OPEN, "1000", "a plan", on("2025-02-01")));
        long made = history.says(
                ENERGY_STAFF,
                new ProductionReported(
                        OPEN,
                        new CapacityId("open-output"),
                        Material.NDFEB_MAGNET,
                        Stage.MAGNET,
                        new Tonnes(new BigDecimal("12")),
                        2025,
                        "",
                        on("2026-01-02")));
        long amended = history.says(
                ENERGY_STAFF,
                new ProgramAmended(
                        OPEN,
                        null,
                        null,
                        new OrganizationId("exim"),
                        null,
                        null,
                        null,
                        "Texas",
                        null,
                        on("2025-03-01")));
        long confirmed =
                history.says(ENERGY_STAFF, new ConfirmedUnchanged(OPEN, List.of(FIRST, SECOND), on("2025-07-01")));
        history.says(
                ENERGY_APPROVER,
                new EntriesReleased(
                        ENERGY, List.of(program, baseline, forecast, funding, pledge, made, amended, confirmed)));
        history.says(ENERGY_APPROVER, new PeriodCertified(ENERGY, YearMonth.of(2025, 12)));
    }

    private static void hiddenProgram(History history) {
        long program = history.says(
                ENERGY_STAFF, proposed(HIDDEN, "ZZMARKED program", ENERGY, on("2025-01-10", Marking.PROPRIETARY)));
        history.says(CZAR, new ProgramApproved(HIDDEN));
        history.says(CZAR, new ProgramSuspended(HIDDEN, "ZZMARKED reason"));
        long line =
                history.says(ENERGY_STAFF, funding("zzmarked-line", HIDDEN, "123456789", "ZZMARKED", on("2025-02-01")));
        history.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(program, line)));
    }

    private static void otherProgram(History history) {
        history.says(DEFENSE_STAFF, proposed(OTHER, "Other program", DEFENSE, on("2025-01-10")));
        history.says(CZAR, new ProgramApproved(OTHER));
        history.says(
                DEFENSE_STAFF,
                new BaselineProposed(
                        OTHER,
                        1,
                        "plan",
                        List.of(planned(WAITING, "Magnets made", "2026-08-31", Precision.MONTH)),
                        on("2025-01-10")));
        history.says(CZAR, new BaselineApproved(OTHER, 1));
        history.says(
                DEFENSE_STAFF,
                new MilestonesLinked(
                        OTHER,
                        new LinkId("feed"),
                        new LinkEnd(OPEN, FIRST, null),
                        new LinkEnd(OTHER, WAITING, null),
                        LinkKind.FEEDSTOCK,
                        null,
                        null,
                        "feed",
                        on("2025-01-11")));
        history.says(CZAR, new ProgramSuspended(OTHER, "review"));
        history.says(CZAR, new ProgramResumed(OTHER, "review over"));
        history.says(
                DEFENSE_STAFF,
                new ActualReported(
                        OTHER,
                        WAITING,
                        new StatedDate(LocalDate.of(2026, 1, 3), Precision.DAY, ""),
                        null,
                        null,
                        "",
                        "photo",
                        on("2026-01-04")));
        ProgramId ended = new ProgramId("ended-program");
        history.says(DEFENSE_STAFF, proposed(ended, "Ended program", DEFENSE, on("2025-01-10")));
        history.says(CZAR, new ProgramApproved(ended));
        history.says(CZAR, new ProgramCancelled(ended, "merged"));
    }

    private static void inside(History history) {
        history.says(
                ENERGY_STAFF,
                forecast(
                        OPEN,
                        FIRST,
                        "2027-03-31",
                        Cause.FINANCING,
                        "ZZINSIDE forecast",
                        new Provenance(
                                LocalDate.of(2025, 12, 1),
                                null,
                                "ZZINSIDE source",
                                Provenance.Confidence.HIGH,
                                Marking.NONE,
                                Provenance.Channel.TYPED)));
        history.says(
                ENERGY_STAFF,
                new DoubtReported(OPEN, SECOND, "ZZINSIDE doubt", null, null, "ZZINSIDE", on("2025-12-02")));
        history.says(ENERGY_STAFF, funding("zzinside-line", OPEN, "987654321", "ZZINSIDE", on("2025-12-01")));
        history.says(ENERGY_STAFF, pledge("zzinside-plan", OPEN, "7777", "ZZINSIDE", on("2025-12-01")));
        long withdrawn = history.says(
                ENERGY_STAFF, forecast(OPEN, SECOND, "2029-12-31", null, "ZZINSIDE withdrawn", on("2025-12-03")));
        history.says(ENERGY_STAFF, new EntryWithdrawn(ENERGY, withdrawn, "ZZINSIDE reason"));
        long struck = history.facts().stream()
                .filter(fact -> fact.event() instanceof ConfirmedUnchanged)
                .findFirst()
                .orElseThrow()
                .position();
        history.says(ENERGY_STAFF, new EntryCorrected(ENERGY, struck, "ZZINSIDE correction", on("2025-12-04")));
        history.says(
                ENERGY_STAFF,
                new BaselineProposed(
                        OPEN,
                        2,
                        "ZZINSIDE basis",
                        List.of(planned(
                                new MilestoneId("zzinside-milestone"), "ZZINSIDE", "2028-01-01", Precision.DAY)),
                        on("2025-12-05")));
        history.says(ENERGY_APPROVER, new BaselineReturned(OPEN, 2, "ZZINSIDE returned"));
        history.says(
                ENERGY_STAFF,
                new MilestonesLinked(
                        OPEN,
                        new LinkId("zzinside-link"),
                        new LinkEnd(null, null, "ZZINSIDE party"),
                        new LinkEnd(OPEN, SECOND, null),
                        LinkKind.PERMIT,
                        null,
                        null,
                        "",
                        on("2025-12-05")));
        history.says(
                ENERGY_STAFF,
                proposed(new ProgramId("zzinside-program"), "ZZINSIDE program", ENERGY, on("2025-12-06")));
        history.says(
                ENERGY_STAFF,
                new CommandRefused(
                        "report-forecast",
                        "{\"narrative\":\"ZZINSIDE\"}",
                        Rejection.permission("NOT_YOURS", "ZZINSIDE")));
    }

    private static void marked(History history) {
        long forecast = history.says(
                ENERGY_STAFF,
                forecast(
                        OPEN,
                        FIRST,
                        "2026-12-31",
                        Cause.MARKET,
                        "ZZMARKED forecast",
                        on("2025-11-01", Marking.PRE_DECISIONAL)));
        long correction = history.says(
                ENERGY_STAFF, new EntryCorrected(ENERGY, forecast, "ZZMARKED correction", on("2025-11-02")));
        long link = history.says(
                ENERGY_STAFF,
                new MilestonesLinked(
                        OPEN,
                        new LinkId("zzmarked-link"),
                        new LinkEnd(HIDDEN, null, null),
                        new LinkEnd(OPEN, SECOND, null),
                        LinkKind.FUNDING,
                        null,
                        null,
                        "ZZMARKED",
                        on("2025-11-03")));
        history.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(forecast, correction, link)));
    }

    private static void czarsOffice(History history) {
        history.says(CZAR, target("magnets-2027", "5000", "stated goal", on("2025-01-01")));
        history.says(CZAR, target("zzczar-target", "66666", "ZZCZAR", on("2025-12-01", Marking.PRE_DECISIONAL)));
        history.says(
                CZAR,
                new CommandRefused("approve-baseline", "{\"x\":\"ZZCZAR\"}", Rejection.rule("SELF", "ZZCZAR", null)));
    }

    public static ProgramProposed proposed(ProgramId id, String name, Agency lead, Provenance provenance) {
        return new ProgramProposed(
                id,
                name,
                "a performer",
                lead,
                null,
                List.of(),
                LineOfEffort.CAPITAL,
                Stage.MAGNET,
                "",
                null,
                null,
                "what it is",
                provenance);
    }

    public static PlannedMilestone planned(MilestoneId id, String title, String date, Precision precision) {
        return new PlannedMilestone(id, title, LocalDate.parse(date), precision, "", MilestoneKind.FIRST_PRODUCT, null);
    }

    public static ForecastReported forecast(
            ProgramId program,
            MilestoneId id,
            String date,
            @Nullable Cause cause,
            String narrative,
            Provenance provenance) {
        return new ForecastReported(
                program,
                id,
                new StatedDate(LocalDate.parse(date), Precision.DAY, ""),
                cause,
                cause == null ? null : CauseBasis.STATED,
                narrative,
                provenance);
    }

    public static FundingRecorded funding(
            String id, ProgramId program, String amount, String note, Provenance provenance) {
        return new FundingRecorded(
                new FundingId(id),
                program,
                Instrument.LOAN,
                "DOE",
                "",
                Money.usd(amount),
                FundingColumn.BOUND,
                "",
                "",
                null,
                null,
                note,
                provenance);
    }

    private static CapacityPledged pledge(
            String id, ProgramId program, String tonnes, String note, Provenance provenance) {
        return new CapacityPledged(
                program,
                new CapacityId(id),
                Material.NDFEB_MAGNET,
                Stage.MAGNET,
                new Tonnes(new BigDecimal(tonnes)),
                2027,
                CapacityKind.PLANNED,
                List.of(),
                null,
                note,
                provenance);
    }

    private static CapacityTargetSet target(String id, String tonnes, String basis, Provenance provenance) {
        return new CapacityTargetSet(
                new TargetId(id),
                Material.NDFEB_MAGNET,
                Stage.MAGNET,
                2027,
                new Tonnes(new BigDecimal(tonnes)),
                TargetKind.TARGET,
                basis,
                provenance);
    }
}
