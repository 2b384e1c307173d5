package centralcommand.command.server.decision;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events that many stories begin with. */
public final class Samples {
    public static final ProgramId PLANT = new ProgramId("plant");
    public static final ProgramId MINE = new ProgramId("mine");
    public static final MilestoneId OPENING = new MilestoneId("plant-opening");
    public static final MilestoneId RATED = new MilestoneId("plant-rated");
    public static final MilestoneId ORE = new MilestoneId("mine-ore");
    public static final LocalDate PROMISED = LocalDate.of(2026, 12, 31);
    public static final Provenance SAID = said(LocalDate.of(2024, 1, 1));

    private Samples() {}

    /** Departments of Energy, Defense and Commerce are registered. */
    public static History departments() {
        History history = new History();
        for (Agency agency : List.of(History.ENERGY, History.DEFENSE, History.COMMERCE)) {
            String id = agency.code().toLowerCase(Locale.ROOT);
            history.record(
                    History.CZAR,
                    new OrganizationRegistered(
                            new OrganizationId(id), agency.code(), null, agency, null, LocalDate.of(2020, 1, 1)));
        }
        return history;
    }

    /** Energy leads the plant, Commerce supports it; it is active, and its opening is promised. Defense leads the mine in the same way. */
    public static History underWay() {
        History history = departments();
        history.released(History.STAFF, proposed(PLANT, History.ENERGY, List.of(History.COMMERCE)));
        history.record(History.CZAR, new ProgramApproved(PLANT));
        history.released(History.STAFF, promised(PLANT, 1, milestone(OPENING, PROMISED), milestone(RATED, null)));
        history.record(History.APPROVER, new BaselineApproved(PLANT, 1));
        history.released(History.OTHER_STAFF, proposed(MINE, History.DEFENSE, List.of()));
        history.record(History.CZAR, new ProgramApproved(MINE));
        history.released(History.OTHER_STAFF, promised(MINE, 1, milestone(ORE, PROMISED)));
        history.record(History.OTHER_APPROVER, new BaselineApproved(MINE, 1));
        return history;
    }

    public static Provenance said(LocalDate day) {
        return new Provenance(
                day, null, "a filing", Provenance.Confidence.HIGH, Marking.NONE, Provenance.Channel.TYPED);
    }

    public static Stated stated(LocalDate day) {
        return new Stated(day, null, "a filing", null, null, null);
    }

    public static ProgramProposed proposed(ProgramId id, Agency lead, List<Agency> supporting) {
        return new ProgramProposed(
                id,
                "Plant",
                "A company",
                lead,
                null,
                supporting,
                LineOfEffort.CAPITAL,
                Stage.SEPARATION,
                "",
                null,
                null,
                "A plant.",
                SAID);
    }

    public static BaselineProposed promised(ProgramId id, int number, PlannedMilestone... milestones) {
        return new BaselineProposed(id, number, "a plan", List.of(milestones), SAID);
    }

    public static PlannedMilestone milestone(MilestoneId id, @Nullable LocalDate date) {
        return new PlannedMilestone(id, "A step", date, date == null ? null : Precision.DAY, null, null, null);
    }
}
