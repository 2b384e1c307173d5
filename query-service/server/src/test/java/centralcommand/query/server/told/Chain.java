package centralcommand.query.server.told;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.on;

import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs of several agencies that wait for each other; everything is released at once. */
public final class Chain {
    public static final String STATED = "2026-01-02";

    private final History history = new History();

    public History history() {
        return history;
    }

    public static MilestoneId id(String name) {
        return new MilestoneId(name);
    }

    private static Authorship staff(Agency agency) {
        return History.staff("staff", agency);
    }

    public Chain agency(Agency agency) {
        history.says(History.approver("approver", agency), new ReleasePolicySet(agency, ReleasePolicy.AT_ONCE));
        return this;
    }

    public Chain program(Agency agency, String program, PlannedMilestone... milestones) {
        ProgramId id = new ProgramId(program);
        history.says(staff(agency), Story.proposed(id, program, agency, on(STATED)));
        history.says(CZAR, new ProgramApproved(id));
        history.says(staff(agency), new BaselineProposed(id, 1, "plan", List.of(milestones), on(STATED)));
        history.says(CZAR, new BaselineApproved(id, 1));
        return this;
    }

    public static PlannedMilestone promised(String id, String day) {
        return Story.planned(id(id), id, day, Precision.DAY);
    }

    /** The second waits for the first; a name without a slash is a whole program. */
    public Chain link(Agency agency, String link, String from, String to) {
        return link(agency, link, from, to, null, null);
    }

    public Chain link(
            Agency agency, String link, String from, String to, @Nullable LinkType type, @Nullable Integer lagDays) {
        LinkEnd waiting = end(to);
        ProgramId programId = waiting.programId();
        if (programId == null) {
            throw new IllegalArgumentException("A program waits.");
        }
        return says(
                agency,
                new MilestonesLinked(
                        programId,
                        new LinkId(link),
                        end(from),
                        waiting,
                        LinkKind.FEEDSTOCK,
                        type,
                        lagDays,
                        "",
                        on(STATED)));
    }

    private static LinkEnd end(String name) {
        String[] parts = name.split("/");
        return new LinkEnd(new ProgramId(parts[0]), parts.length == 1 ? null : id(parts[1]), null);
    }

    public Chain forecast(Agency agency, String milestone, String day, String statedOn) {
        String[] parts = milestone.split("/");
        return says(agency, Story.forecast(new ProgramId(parts[0]), id(parts[1]), day, null, "", on(statedOn)));
    }

    public Chain says(Agency agency, Event event) {
        history.says(staff(agency), event);
        return this;
    }

    /** Lets time pass until noon of the day. */
    public Chain until(String day) {
        history.until(day);
        return this;
    }
}
