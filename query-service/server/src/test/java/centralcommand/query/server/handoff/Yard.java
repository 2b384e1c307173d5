package centralcommand.query.server.handoff;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.DEFENSE_APPROVER;
import static centralcommand.query.server.told.History.DEFENSE_STAFF;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.History;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A mine of Defense that is to give ore to a plant of Energy, which opens with it and reaches its rate 60 days after. */
final class Yard {
    static final ProgramId MINE = new ProgramId("mine");
    static final ProgramId PLANT = new ProgramId("plant");
    static final MilestoneId ORE = new MilestoneId("ore");
    static final MilestoneId OPENING = new MilestoneId("opening");
    static final MilestoneId RATED = new MilestoneId("rated");
    static final HandoffId ID = new HandoffId("ore-for-plant");

    final History history = new History();

    Yard() {
        program(MINE, DEFENSE, planned(ORE, "First ore", "2026-03-01"));
        program(PLANT, ENERGY, planned(OPENING, "Opening", "2026-06-30"), planned(RATED, "Full rate", "2026-08-31"));
        released(
                ENERGY_STAFF,
                new MilestonesLinked(
                        PLANT,
                        new LinkId("then-rate"),
                        new LinkEnd(PLANT, OPENING, null),
                        new LinkEnd(PLANT, RATED, null),
                        LinkKind.TECHNICAL_DATA,
                        null,
                        null,
                        "",
                        History.on("2026-01-02")));
    }

    private void program(ProgramId id, Agency lead, PlannedMilestone... milestones) {
        Authorship staff = lead.equals(ENERGY) ? ENERGY_STAFF : DEFENSE_STAFF;
        released(
                staff,
                new ProgramProposed(
                        id,
                        "The " + id,
                        "A company",
                        lead,
                        null,
                        List.of(),
                        LineOfEffort.CAPITAL,
                        Stage.SEPARATION,
                        "",
                        null,
                        null,
                        "A site.",
                        History.on("2026-01-01")));
        history.says(CZAR, new ProgramApproved(id));
        released(staff, new BaselineProposed(id, 1, "a plan", Arrays.asList(milestones), History.on("2026-01-01")));
        history.says(CZAR, new BaselineApproved(id, 1));
    }

    static PlannedMilestone planned(MilestoneId id, String title, String date) {
        return new PlannedMilestone(id, title, LocalDate.parse(date), Precision.DAY, "", MilestoneKind.OTHER, null);
    }

    static StatedDate day(String date) {
        return new StatedDate(LocalDate.parse(date), Precision.DAY, "");
    }

    Yard released(Authorship by, Event event) {
        long position = history.says(by, event);
        boolean energy = ENERGY.equals(by.agency());
        history.says(
                energy ? ENERGY_APPROVER : DEFENSE_APPROVER,
                new EntriesReleased(energy ? ENERGY : DEFENSE, List.of(position)));
        return this;
    }

    static HandoffRequested request(String neededBy) {
        return new HandoffRequested(
                ID, MINE, ORE, PLANT, OPENING, "200 t of ore", day(neededBy), History.on("2026-01-02"));
    }

    Yard asked() {
        return released(ENERGY_STAFF, request("2026-06-15"));
    }

    Yard promised(String date) {
        return asked().released(DEFENSE_STAFF, new HandoffAccepted(ID, day(date), "", History.on("2026-01-03")));
    }

    Yard proposes(Authorship by, String date) {
        return released(
                by,
                new HandoffRenegotiated(ID, day(date), Cause.EQUIPMENT, "A mill failed.", History.on("2026-05-01")));
    }

    Yard says(Authorship by, HandoffEvent event) {
        return released(by, event);
    }

    Yard delivered(String date) {
        return released(DEFENSE_STAFF, new HandoffDelivered(ID, LocalDate.parse(date), "waybill 7", History.on(date)));
    }

    Yard expects(ProgramId program, MilestoneId milestone, String date, Precision precision) {
        return released(
                program.equals(PLANT) ? ENERGY_STAFF : DEFENSE_STAFF,
                new ForecastReported(
                        program,
                        milestone,
                        new StatedDate(LocalDate.parse(date), precision, ""),
                        null,
                        null,
                        "",
                        History.on("2026-04-01")));
    }

    Sight seenBy(Audience audience, String today) {
        return Sight.of(
                history.world(),
                audience,
                new Asker("somebody", audience.agency(), Set.of()),
                LocalDate.parse(today),
                null,
                null,
                history.past(LocalDate.parse(today)));
    }

    Promise on(Audience audience, String today) {
        List<Promise> promises = HandoffsView.promises(seenBy(audience, today), Filter.ALL);
        if (promises.size() != 1) {
            throw new AssertionError(promises.toString());
        }
        return promises.getFirst();
    }

    Promise on(String today) {
        return on(Audience.CZAR, today);
    }
}
