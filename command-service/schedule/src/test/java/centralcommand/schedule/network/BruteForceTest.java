package centralcommand.schedule.network;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.schedule.calendar.Closure;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random networks with every type of link, mixed calendars and reports, against a search day by day that knows no passes and no tables. */
class BruteForceTest {
    private static final int NETWORKS = 3_000;
    private static final int MOST_ACTIVITIES = 8;
    private static final int CHANGES = 6;
    private static final LocalDate START = LocalDate.of(2026, 6, 29);
    private static final List<WorkCalendar> CALENDARS = List.of(
            WorkCalendar.EVERY_DAY,
            WorkCalendar.federal(List.of()),
            WorkCalendar.federal(
                    List.of(new Closure(LocalDate.of(2026, 7, 13), LocalDate.of(2026, 7, 24), "a lapse"))));

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);

    @Test
    void dates_and_floats_are_those_that_a_search_finds() {
        for (var n = 0; n < NETWORKS; n++) {
            compare(n, activities());
        }
    }

    @Test
    void dates_after_changes_are_those_of_a_fresh_pass() {
        for (var n = 0; n < NETWORKS; n++) {
            var activities = activities();
            change(n, Network.of(activities, links(activities)), reports(n, activities));
        }
    }

    /** One change after the other, of what is reported and of who waits. */
    private void change(int number, Network<Integer> network, Map<Integer, Reported> reports) {
        var loose = new HashSet<Integer>();
        var awaited = new HashMap<Integer, LocalDate>();
        var dates = network.early(START, reports::get);
        for (var step = 0; step < CHANGES; step++) {
            var key = random.nextInt(network.size());
            switch (random.nextInt(6)) {
                case 0 -> reports.put(key, new Reported.Forecast(START.plusDays(random.nextInt(30))));
                case 1 -> reports.put(key, new Reported.Actual(START.plusDays(random.nextInt(30))));
                case 2 -> reports.remove(key);
                case 3 -> awaited.put(key, START.plusDays(random.nextInt(30)));
                case 4 -> awaited.remove(key);
                default -> {
                    if (!loose.add(key)) {
                        loose.remove(key);
                    }
                }
            }
            var changed = new BitSet();
            changed.set(network.order(key));
            var links = network.detached(loose);
            IntFunction<@Nullable Reported> said =
                    place -> reports.get(network.inOrder().get(place).key());
            IntFunction<@Nullable LocalDate> days =
                    place -> awaited.get(network.inOrder().get(place).key());
            dates = dates.after(links, changed, said, days);
            assertThat(answers(dates))
                    .as("network %d, step %d, %d changed, %s, loose %s", number, step, key, reports, loose)
                    .isEqualTo(answers(links.earlyByOrder(START, said, days)));
        }
    }

    @Test
    void what_another_report_would_move_is_what_a_fresh_pass_moves() {
        for (var n = 0; n < NETWORKS; n++) {
            var activities = activities();
            var network = Network.of(activities, links(activities));
            var reports = reports(n, activities);
            IntFunction<@Nullable Reported> said =
                    place -> reports.get(network.inOrder().get(place).key());
            var now = network.early(START, reports::get);
            var whatIf = new WhatIf<>(now, said, place -> null);
            for (var step = 0; step < CHANGES; step++) {
                var order = random.nextInt(network.size());
                var day = START.plusDays(random.nextInt(30));
                var report = random.nextBoolean() ? new Reported.Forecast(day) : new Reported.Actual(day);
                var then = network.earlyByOrder(
                        START, place -> place == order ? report : said.apply(place), place -> null);
                assertThat(whatIf.finishes(order, report))
                        .as("network %d, step %d, %s of %d", n, step, report, order)
                        .isEqualTo(moved(now, then));
            }
        }
    }

    private static Map<Integer, LocalDate> moved(EarlyDates<Integer> now, EarlyDates<Integer> then) {
        var days = new TreeMap<Integer, LocalDate>();
        for (var place = 0; place < now.network.size(); place++) {
            if (!then.finishByOrder(place).equals(now.finishByOrder(place))) {
                days.put(place, then.finishByOrder(place));
            }
        }
        return days;
    }

    @Test
    void an_awaited_day_holds_as_a_predecessor_that_ended_on_it() {
        for (var n = 0; n < NETWORKS / 10; n++) {
            var activities = activities();
            var links = links(activities);
            var reports = reports(n, activities);
            var waiting = random.nextInt(activities.size());
            var day = START.plusDays(random.nextInt(30));
            var network = Network.of(activities, links);
            var dates = network.earlyByOrder(
                    START,
                    place -> reports.get(network.inOrder().get(place).key()),
                    place -> network.order(waiting) == place ? day : null);
            var outside = activities.size();
            activities.add(new Activity<>(outside, 0, WorkCalendar.EVERY_DAY));
            links.add(new Link<>(outside, waiting, LinkType.FINISH_TO_START, 0));
            reports.put(outside, new Reported.Actual(day));
            var linked = Network.of(activities, links).early(START, reports::get);
            for (var key = 0; key < outside; key++) {
                assertThat(List.of(dates.start(key), dates.finish(key), dates.impliedByReports(key)))
                        .as(
                                "network %d, %d waits until %s, %d in %s with %s and %s",
                                n, waiting, day, key, activities, links, reports)
                        .isEqualTo(List.of(linked.start(key), linked.finish(key), linked.impliedByReports(key)));
            }
        }
    }

    private static List<Object> answers(EarlyDates<Integer> dates) {
        var floats = dates.floats();
        return dates.network.inOrder().stream()
                .map(Activity::key)
                .<Object>map(key -> List.of(
                        dates.start(key),
                        dates.finish(key),
                        dates.impliedByReports(key),
                        dates.restsOnReports(key),
                        dates.drivingPath(key),
                        dates.impliedPath(key),
                        floats.total(key),
                        floats.free(key)))
                .toList();
    }

    private List<Link<Integer>> links(List<Activity<Integer>> activities) {
        var links = new ArrayList<Link<Integer>>();
        for (var to = 1; to < activities.size(); to++) {
            for (var from = 0; from < to; from++) {
                if (random.nextInt(3) == 0) {
                    links.add(new Link<>(from, to, LinkType.values()[random.nextInt(4)], random.nextInt(7) - 2));
                }
            }
        }
        return links;
    }

    private List<Activity<Integer>> activities() {
        var activities = new ArrayList<Activity<Integer>>();
        var count = 2 + random.nextInt(MOST_ACTIVITIES - 1);
        for (var key = 0; key < count; key++) {
            activities.add(new Activity<>(key, random.nextInt(6), CALENDARS.get(random.nextInt(CALENDARS.size()))));
        }
        return activities;
    }

    /** Of every second network nothing is reported. */
    private Map<Integer, Reported> reports(int number, List<Activity<Integer>> activities) {
        var reports = new HashMap<Integer, Reported>();
        for (var activity : activities) {
            var day = START.plusDays(random.nextInt(30));
            switch (number % 2 == 0 ? 0 : random.nextInt(5)) {
                case 1 -> reports.put(activity.key(), new Reported.Forecast(day));
                case 2 -> reports.put(activity.key(), new Reported.Actual(day));
                default -> {}
            }
        }
        return reports;
    }

    private void compare(int number, List<Activity<Integer>> activities) {
        var links = links(activities);
        var reports = reports(number, activities);
        var network = Network.of(activities, links);
        var early = network.early(START, reports::get);
        var floats = early.floats();
        var search = new Search(activities, links, reports);
        var found = search.dates(Map.of());
        var critical = new TreeMap<Integer, List<Integer>>();
        for (var activity : activities) {
            var key = activity.key();
            var room = search.room(activity, found);
            assertThat(new Answer(
                            new Span(early.start(key), early.finish(key)),
                            new Room(
                                    floats.total(key),
                                    floats.free(key),
                                    new Span(floats.lateStart(key), floats.lateFinish(key)))))
                    .as("network %d, %s in %s with %s and %s", number, key, activities, links, reports)
                    .isEqualTo(new Answer(requireNonNull(found.get(key)), room));
            if (!(reports.get(key) instanceof Reported.Actual)) {
                critical.computeIfAbsent(room.total(), total -> new ArrayList<>())
                        .add(key);
            }
        }
        assertThat(floats.critical())
                .as("network %d, critical in %s with %s and %s", number, activities, links, reports)
                .containsExactlyInAnyOrderElementsOf(
                        critical.isEmpty() ? List.of() : critical.firstEntry().getValue());
    }

    /** Bounds. */
    private record Span(int start, int finish) {
        Span(LocalDate first, LocalDate last) {
            this(Math.toIntExact(first.toEpochDay()), Math.toIntExact(last.toEpochDay()) + 1);
        }
    }

    private record Room(int total, int free, Span latest) {}

    private record Answer(Span earliest, Room room) {}

    /** Tries one day after the other. */
    private record Search(
            List<Activity<Integer>> activities, List<Link<Integer>> links, Map<Integer, Reported> reports) {
        private static final int FROM =
                Math.toIntExact(LocalDate.of(2026, 6, 15).toEpochDay());

        Map<Integer, Span> dates(Map<Integer, Integer> notBefore) {
            var dates = new HashMap<Integer, Span>();
            for (var activity : activities) {
                var begin = Math.max(
                        Math.toIntExact(START.toEpochDay()), notBefore.getOrDefault(activity.key(), Integer.MIN_VALUE));
                dates.put(activity.key(), reported(activity, earliest(activity, begin, dates)));
            }
            return dates;
        }

        private Span earliest(Activity<Integer> activity, int begin, Map<Integer, Span> dates) {
            var startsAt = begin;
            var endsAt = begin;
            for (var link : links) {
                if (link.to().equals(activity.key())) {
                    var from = requireNonNull(dates.get(link.from()));
                    var origin = switch (link.type()) {
                        case FINISH_TO_START, FINISH_TO_FINISH -> from.finish();
                        case START_TO_START, START_TO_FINISH -> from.start();
                    };
                    var bound = shifted(activity.calendar(), origin, link.lag());
                    switch (link.type()) {
                        case FINISH_TO_START, START_TO_START -> startsAt = Math.max(startsAt, bound);
                        case FINISH_TO_FINISH, START_TO_FINISH -> endsAt = Math.max(endsAt, bound);
                    }
                }
            }
            for (var start = startsAt; ; start++) {
                var span = span(activity, start);
                if (span != null && span.finish() >= endsAt) {
                    return span;
                }
            }
        }

        private Span reported(Activity<Integer> activity, Span implied) {
            return switch (reports.get(activity.key())) {
                case null -> implied;
                case Reported.Forecast(var day) when implied.finish() > day.toEpochDay() -> implied;
                case Reported report -> endingOn(activity, report.finish());
            };
        }

        /** The last days before. */
        private static Span endingOn(Activity<Integer> activity, LocalDate day) {
            var finish = Math.toIntExact(day.toEpochDay()) + 1;
            for (var start = finish; ; start--) {
                var span = span(activity, start);
                if (span != null && span.finish() <= finish) {
                    return new Span(start, finish);
                }
            }
        }

        private static boolean works(WorkCalendar calendar, int day) {
            return calendar.isWorkingDay(LocalDate.ofEpochDay(day));
        }

        private static @Nullable Span span(Activity<Integer> activity, int start) {
            if (activity.duration() == 0) {
                return new Span(start, start);
            }
            if (!works(activity.calendar(), start)) {
                return null;
            }
            var day = start;
            for (var left = activity.duration(); left > 0; day++) {
                if (works(activity.calendar(), day)) {
                    left--;
                }
            }
            return new Span(start, day);
        }

        private static int shifted(WorkCalendar calendar, int bound, int lag) {
            if (lag == 0) {
                return bound;
            }
            var wanted = count(calendar, bound) + lag;
            var day = FROM;
            for (var counted = 0; counted < wanted; day++) {
                counted += works(calendar, day) ? 1 : 0;
            }
            return day;
        }

        private static int count(WorkCalendar calendar, int bound) {
            var counted = 0;
            for (var day = FROM; day < bound; day++) {
                counted += works(calendar, day) ? 1 : 0;
            }
            return counted;
        }

        /** Delays the activity day by day until another moves, and on until the end of all does. */
        Room room(Activity<Integer> activity, Map<Integer, Span> found) {
            var key = activity.key();
            var earliest = requireNonNull(found.get(key));
            if (reports.get(key) instanceof Reported.Actual) {
                return new Room(0, 0, earliest);
            }
            var latest = earliest;
            var latestAlone = earliest;
            for (var start = earliest.start() + 1; ; start++) {
                var slipped = dates(Map.of(key, start));
                if (end(slipped) > end(found)) {
                    break;
                }
                latest = requireNonNull(slipped.get(key));
                if (slipped.keySet().stream()
                        .allMatch(other -> other.equals(key)
                                || requireNonNull(slipped.get(other)).equals(found.get(other)))) {
                    latestAlone = latest;
                }
            }
            return new Room(
                    days(activity.calendar(), earliest, latest),
                    days(activity.calendar(), earliest, latestAlone),
                    latest);
        }

        private static int days(WorkCalendar calendar, Span from, Span to) {
            return count(calendar, to.start()) - count(calendar, from.start());
        }

        private static int end(Map<Integer, Span> dates) {
            return dates.values().stream().mapToInt(Span::finish).max().orElseThrow();
        }
    }
}
