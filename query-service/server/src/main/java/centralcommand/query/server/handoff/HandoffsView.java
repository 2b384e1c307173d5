package centralcommand.query.server.handoff;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.util.List;

/** Promises between programs, and the links on which nobody promised anything. */
public final class HandoffsView {
    private HandoffsView() {}

    static Handoffs of(Sight sight, Filter filter) {
        Ends ends = new Ends(sight);
        return new Handoffs(
                sight.standpoint(),
                Coverages.of(sight),
                Promises.of(sight, ends, filter),
                LinkRisks.of(sight, ends, filter));
    }

    /** Hand-offs that match, those first that break first. */
    public static List<Promise> promises(Sight sight, Filter filter) {
        return Promises.of(sight, new Ends(sight), filter);
    }

    /** Hand-offs of which the agency leads an end. */
    public static List<Promise> of(Sight sight, Agency agency) {
        return promises(sight, new Filter(agency, null, null, null, null));
    }

    /** Hand-offs of which the program is an end. */
    public static List<Promise> of(Sight sight, ProgramId programId) {
        return promises(sight, new Filter(null, null, null, programId, null));
    }

    /** Links from one program to another, or from outside, that match, the gravest first. */
    public static List<AtRisk> links(Sight sight, Filter filter) {
        return LinkRisks.of(sight, new Ends(sight), filter);
    }

    /** How many promises are owed and broken, and links something on file speaks against. */
    public static int atRisk(Sight sight) {
        Ends ends = new Ends(sight);
        return Promises.broken(sight, ends).size() + LinkRisks.endangeredCount(sight, ends);
    }

    /** Those promises. */
    public static List<Handoff> broken(Sight sight) {
        return Promises.broken(sight, new Ends(sight));
    }

    /** Those links. */
    public static List<Fact<MilestonesLinked>> endangered(Sight sight) {
        return LinkRisks.endangered(sight, new Ends(sight));
    }
}
