package centralcommand.benchmarks.schedule;

import static centralcommand.benchmarks.schedule.GeneratedPortfolio.MILESTONES;
import static centralcommand.benchmarks.schedule.GeneratedPortfolio.START;

import centralcommand.command.contract.shared.Role;
import centralcommand.query.server.board.MilestoneBoardView;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.schedule.HiddenSlipsView;
import centralcommand.query.server.schedule.ProgramScheduleView;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Past;
import centralcommand.query.server.view.Sight;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the query service does when one forecast has changed, from the event to the answer, beside working everything out anew. */
final class PortfolioBenchmark {
    private static final int PROGRAMS = 500;
    private static final int ROUNDS = 31;
    private static final int WARM_UP = 10;
    private static final Page.Request FIRST_PAGE = new Page.Request(null, 100);

    private final int rounds;
    private final PrintStream out;
    private final World before;
    private World world;
    private int changes;

    private PortfolioBenchmark(int programs, int rounds, PrintStream out) {
        this.rounds = rounds;
        this.out = out;
        before = GeneratedPortfolio.of(programs);
        world = before;
    }

    static void main(String[] arguments) {
        run(ROUNDS, System.out, PROGRAMS, 5 * PROGRAMS);
    }

    static void run(int rounds, PrintStream out, int... programs) {
        for (var count : programs) {
            new PortfolioBenchmark(count, rounds, out).run(count);
        }
    }

    private void run(int programs) {
        var sight = sight(world, null);
        out.printf(
                "%,d milestones, %,d links, %,d hidden slips; medians and worst of %d:%n",
                programs * MILESTONES,
                sight.portfolio().links().size(),
                Disclosure.outlook(sight).hidden().size(),
                rounds);
        measure("one forecast changed, every implied date again", this::change, Disclosure::outlook);
        measure(
                "the same, with the hidden slips as they are answered",
                this::change,
                changed -> HiddenSlipsView.of(changed, Filter.ALL));
        measure(
                "one forecast changed, first page of the board",
                this::change,
                changed -> MilestoneBoardView.of(changed, Filter.ALL, null, null, FIRST_PAGE));
        measure(
                "nothing changed, first page of the board",
                () -> sight(world, null),
                same -> MilestoneBoardView.of(same, Filter.ALL, null, null, FIRST_PAGE));
        measure(
                "nothing changed, one program's schedule",
                () -> sight(world, null),
                same -> ProgramScheduleView.of(same, GeneratedPortfolio.programId(programs / 2)));
        measure(
                "everything worked out anew, every implied date",
                () -> sight(world, LocalDate.MAX),
                Disclosure::outlook);
        measure(
                "everything worked out anew, first page of the board",
                () -> sight(world, LocalDate.MAX),
                anew -> MilestoneBoardView.of(anew, Filter.ALL, null, null, FIRST_PAGE));
    }

    /** Folds one forecast more, of a milestone at the beginning of a program, so that many wait for it. */
    private Sight change() {
        changes++;
        world = world.evolve(GeneratedPortfolio.changed(world, 0, changes % 5, START.plusDays(600 + changes)));
        return sight(world, null);
    }

    /** @param statedBy a day far ahead prunes nothing, but nothing that is known already can be used */
    private Sight sight(World seen, @Nullable LocalDate statedBy) {
        return Sight.of(
                seen,
                Audience.CZAR,
                new Asker("czar", null, Set.of(Role.CZAR)),
                START.plusDays(30),
                null,
                statedBy,
                new Past(START.plusDays(30), day -> before, position -> before));
    }

    private interface Begin {
        Sight sight();
    }

    /** The time includes making the sight. */
    private void measure(String what, Begin begin, Function<Sight, Object> answer) {
        var nanos = new double[rounds];
        for (var round = -Math.min(rounds, WARM_UP); round < rounds; round++) {
            var start = System.nanoTime();
            if (answer.apply(begin.sight()) == null) {
                throw new IllegalStateException("Nothing came of it.");
            }
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        out.printf("  %-55s %8.1f ms %8.1f ms%n", what, nanos[rounds / 2] / 1e6, nanos[rounds - 1] / 1e6);
    }
}
