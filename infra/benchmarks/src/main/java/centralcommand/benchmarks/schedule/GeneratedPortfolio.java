package centralcommand.benchmarks.schedule;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.LinkType;
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
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/** The world after programs of milestones one after the other, some of which wait for another program; four in ten have been reported on. */
final class GeneratedPortfolio {
    static final int MILESTONES = 40;
    static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int LINKS_IN_TWO = 3;
    private static final Instant RECORDED = Instant.parse("2026-01-05T15:00:00Z");
    private static final List<Agency> AGENCIES =
            List.of(new Agency("ENERGY"), new Agency("DEFENSE"), new Agency("INTERIOR"), new Agency("COMMERCE"));
    private static final Authorship CZAR = new Authorship("czar", null, List.of(Role.CZAR), "c", "command");
    private static final Map<Class<?>, EventCatalog.StoredName> NAMES =
            EventCatalog.EVENTS.stream().collect(Collectors.toMap(EventCatalog.StoredName::type, Function.identity()));

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    private final int programs;
    private World world = World.EMPTY;

    private GeneratedPortfolio(int programs) {
        this.programs = programs;
    }

    static World of(int programs) {
        var portfolio = new GeneratedPortfolio(programs);
        portfolio.tell();
        return portfolio.world;
    }

    private void tell() {
        AGENCIES.forEach(agency -> says(staff(agency), new ReleasePolicySet(agency, ReleasePolicy.AT_ONCE)));
        for (var program = 0; program < programs; program++) {
            program(program);
        }
        var links = programs * (MILESTONES - 1);
        for (var program = 0; program < programs; program++) {
            for (var milestone = 1; milestone < MILESTONES; milestone++) {
                link(program, milestone - 1, program, milestone);
            }
        }
        // Programs wait for earlier milestones of earlier programs only: nobody waits in a circle, and not every date
        // is impossible.
        for (; links < programs * MILESTONES * LINKS_IN_TWO / 2; links++) {
            var to = 1 + random.nextInt(programs - 1);
            var milestone = 1 + random.nextInt(MILESTONES - 1);
            link(random.nextInt(to), random.nextInt(milestone), to, milestone);
        }
    }

    private void program(int number) {
        var id = programId(number);
        var agency = agency(number);
        says(
                staff(agency),
                new ProgramProposed(
                        id,
                        "Program " + number,
                        "a performer",
                        agency,
                        null,
                        List.of(),
                        LineOfEffort.CAPITAL,
                        Stage.MAGNET,
                        "",
                        null,
                        null,
                        "what it is",
                        provenance()));
        says(CZAR, new ProgramApproved(id));
        var planned = new ArrayList<PlannedMilestone>();
        for (var milestone = 0; milestone < MILESTONES; milestone++) {
            planned.add(new PlannedMilestone(
                    milestoneId(number, milestone),
                    "Milestone " + milestone,
                    START.plusDays(45L * milestone + 600),
                    Precision.DAY,
                    "",
                    MilestoneKind.OTHER,
                    null));
        }
        says(staff(agency), new BaselineProposed(id, 1, "plan", planned, provenance()));
        says(CZAR, new BaselineApproved(id, 1));
        for (var milestone = 0; milestone < MILESTONES; milestone++) {
            var days = random.nextInt(8);
            says(
                    staff(agency),
                    new DurationEstimated(
                            id, milestoneId(number, milestone), days, days, days, "a guess", provenance()));
            if (random.nextInt(5) < 2) {
                says(
                        staff(agency),
                        forecast(number, milestone, START.plusDays(45L * milestone + 600 + random.nextInt(40))));
            }
        }
    }

    private void link(int fromProgram, int from, int toProgram, int to) {
        says(
                staff(agency(toProgram)),
                new MilestonesLinked(
                        programId(toProgram),
                        new LinkId("link-" + world.position()),
                        new LinkEnd(programId(fromProgram), milestoneId(fromProgram, from), null),
                        new LinkEnd(programId(toProgram), milestoneId(toProgram, to), null),
                        LinkKind.FEEDSTOCK,
                        random.nextInt(10) < 9 ? null : LinkType.values()[random.nextInt(4)],
                        random.nextInt(4) == 0 ? random.nextInt(5) : null,
                        "",
                        provenance()));
    }

    private void says(Authorship by, Event event) {
        world = world.evolve(fact(world.position() + 1, by, event));
    }

    /** A new forecast, as the next fact. */
    static Fact<?> changed(World world, int program, int milestone, LocalDate date) {
        return fact(world.position() + 1, staff(agency(program)), forecast(program, milestone, date));
    }

    private static Fact<?> fact(long position, Authorship by, Event event) {
        var name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(event.getClass() + " is never stored.");
        }
        return new Fact<>(
                position,
                position,
                RECORDED.plusMillis(position),
                "stream",
                position,
                name.name(),
                name.revision(),
                by,
                event);
    }

    private static ForecastReported forecast(int program, int milestone, LocalDate date) {
        return new ForecastReported(
                programId(program),
                milestoneId(program, milestone),
                new StatedDate(date, Precision.DAY, ""),
                null,
                null,
                "",
                provenance());
    }

    private static Provenance provenance() {
        return new Provenance(
                START,
                null,
                "a source",
                Provenance.Confidence.HIGH,
                Provenance.Marking.NONE,
                Provenance.Channel.IMPORTED);
    }

    private static Authorship staff(Agency agency) {
        return new Authorship("staff", agency, List.of(Role.AGENCY_STAFF), "c", "command");
    }

    private static Agency agency(int program) {
        return AGENCIES.get(program % AGENCIES.size());
    }

    static ProgramId programId(int program) {
        return new ProgramId("program-" + program);
    }

    static MilestoneId milestoneId(int program, int milestone) {
        return new MilestoneId("m-" + program + "-" + milestone);
    }
}
