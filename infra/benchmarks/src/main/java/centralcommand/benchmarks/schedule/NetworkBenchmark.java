package centralcommand.benchmarks.schedule;

import centralcommand.schedule.calendar.Closure;
import centralcommand.schedule.calendar.WorkCalendar;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;
import centralcommand.schedule.network.Network;
import centralcommand.schedule.network.Reported;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A portfolio as large as it may get, and five times that: laid out, passed over, and passed over again after one report changed. */
final class NetworkBenchmark {
    private static final int PROGRAMS = 500;
    private static final int MILESTONES = 40;
    private static final int LINKS_IN_TWO = 3;
    private static final int ROUNDS = 31;
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    /** A milestone of a program. */
    private record Key(int program, int milestone) {}

    private record Portfolio(List<Activity<Key>> activities, List<Link<Key>> links, Map<Key, Reported> reports) {}

    private NetworkBenchmark() {}

    static void main(String[] arguments) {
        run(ROUNDS, System.out, PROGRAMS, 5 * PROGRAMS);
    }

    static void run(int rounds, PrintStream out, int... programs) {
        for (var count : programs) {
            run(portfolio(count), rounds, out);
        }
    }

    private static void run(Portfolio portfolio, int rounds, PrintStream out) {
        var network = Network.of(portfolio.activities(), portfolio.links());
        var changed = portfolio.activities().getFirst().key();
        out.printf(
                "%,d milestones, %,d links: laid out in %.1f ms; early dates %.1f ms, with floats %.1f ms; after one report changed %.1f ms (medians of %d)%n",
                portfolio.activities().size(),
                portfolio.links().size(),
                millis(rounds, () -> Network.of(portfolio.activities(), portfolio.links())),
                millis(rounds, () -> network.early(START, portfolio.reports()::get)),
                millis(
                        rounds,
                        () -> network.early(START, portfolio.reports()::get).floats()),
                millis(rounds, () -> {
                    var reports = new HashMap<>(portfolio.reports());
                    reports.put(changed, new Reported.Forecast(START.plusYears(3)));
                    return network.early(START, reports::get);
                }),
                rounds);
    }

    private static double millis(int rounds, Supplier<Object> work) {
        var nanos = new double[rounds];
        Arrays.setAll(nanos, ignored -> {
            var begin = System.nanoTime();
            if (work.get().hashCode() == 0) {
                throw new IllegalStateException("Nothing came of it.");
            }
            return System.nanoTime() - begin;
        });
        Arrays.sort(nanos);
        return nanos[rounds / 2] / 1e6;
    }

    /** Programs of milestones one after the other, some of which wait for another program; four in ten have been reported on. */
    private static Portfolio portfolio(int programs) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var calendars = List.of(
                WorkCalendar.federal(List.of()),
                WorkCalendar.federal(List.of(new Closure(START.plusDays(90), START.plusDays(120), "a lapse"))));
        var activities = new ArrayList<Activity<Key>>();
        var links = new ArrayList<Link<Key>>();
        var reports = new HashMap<Key, Reported>();
        for (var program = 0; program < programs; program++) {
            for (var milestone = 0; milestone < MILESTONES; milestone++) {
                var key = new Key(program, milestone);
                activities.add(new Activity<>(key, random.nextInt(60), calendars.get(program % calendars.size())));
                if (milestone > 0) {
                    links.add(link(new Key(program, milestone - 1), key, random));
                }
                if (random.nextInt(5) < 2) {
                    reports.put(key, new Reported.Forecast(START.plusDays(30L * milestone + random.nextInt(300))));
                }
            }
        }
        // Programs wait for earlier ones only, so that nobody waits in a circle.
        while (links.size() < activities.size() * LINKS_IN_TWO / 2) {
            var to = 1 + random.nextInt(programs - 1);
            links.add(link(
                    new Key(random.nextInt(to), random.nextInt(MILESTONES)),
                    new Key(to, random.nextInt(MILESTONES)),
                    random));
        }
        return new Portfolio(activities, links, reports);
    }

    private static Link<Key> link(Key from, Key to, RandomGenerator random) {
        var types = LinkType.values();
        var type = random.nextInt(10) < 9 ? LinkType.FINISH_TO_START : types[random.nextInt(types.length)];
        return new Link<>(from, to, type, random.nextInt(4) == 0 ? random.nextInt(10) : 0);
    }
}
