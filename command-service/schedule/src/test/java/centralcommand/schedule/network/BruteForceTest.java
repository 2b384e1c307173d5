package centralcommand.schedule.network;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.schedule.calendar.Closure;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random networks with every type of link and mixed calendars, against a search day by day that knows no passes and no tables. */
class BruteForceTest {
    private static final int NETWORKS = 3_000;
    private static final int MOST_ACTIVITIES = 8;
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
            compare(n, activities(), n);
        }
    }

    private List<Activity<Integer>> activities() {
        var activities = new ArrayList<Activity<Integer>>();
        var count = 2 + random.nextInt(MOST_ACTIVITIES - 1);
        for (var key = 0; key < count; key++) {
            activities.add(new Activity<>(key, random.nextInt(6), CALENDARS.get(random.nextInt(CALENDARS.size()))));
        }
        return activities;
    }

    private void compare(int number, List<Activity<Integer>> activities, int seed) {
        var links = new ArrayList<Link<Integer>>();
        for (var to = 1; to < activities.size(); to++) {
            for (var from = 0; from < to; from++) {
                if (random.nextInt(3) == 0) {
                    links.add(new Link<>(from, to, LinkType.values()[random.nextInt(4)], random.nextInt(7) - 2));
                }
            }
        }
        var early = Network.of(activities, links).early(START, key -> null);
        var floats = early.floats();
        var search = new Search(activities, links);
        var found = search.dates(Map.of());
        for (var activity : activities) {
            var key = activity.key();
            assertThat(early.finish(key))
                    .as("network %d, finish of %s in %s with %s", number, key, activities, links)
                    .isEqualTo(
                            LocalDate.ofEpochDay(requireNonNull(found.get(key)).finish() - 1L));
            assertThat(floats.total(key))
                    .as("network %d, float of %s in %s with %s", number, key, activities, links)
                    .isEqualTo(search.totalFloat(activity, found));
        }
    }

    private record Span(int start, int finish) {}

    /** Tries one day after the other. */
    private record Search(List<Activity<Integer>> activities, List<Link<Integer>> links) {
        private static final int FROM =
                Math.toIntExact(LocalDate.of(2026, 6, 15).toEpochDay());
        private static final int FURTHEST_SLIP = 200;

        Map<Integer, Span> dates(Map<Integer, Integer> notBefore) {
            var dates = new HashMap<Integer, Span>();
            for (var activity : activities) {
                var begin = Math.max(
                        Math.toIntExact(START.toEpochDay()), notBefore.getOrDefault(activity.key(), Integer.MIN_VALUE));
                for (var start = begin; ; start++) {
                    var span = span(activity, start);
                    if (span != null && holds(activity, span, dates)) {
                        dates.put(activity.key(), span);
                        break;
                    }
                }
            }
            return dates;
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

        private boolean holds(Activity<Integer> activity, Span span, Map<Integer, Span> dates) {
            return links.stream()
                    .filter(link -> link.to().equals(activity.key()))
                    .allMatch(link -> {
                        var from = requireNonNull(dates.get(link.from()));
                        var origin = switch (link.type()) {
                            case FINISH_TO_START, FINISH_TO_FINISH -> from.finish();
                            case START_TO_START, START_TO_FINISH -> from.start();
                        };
                        var bound = shifted(activity.calendar(), origin, link.lag());
                        return switch (link.type()) {
                            case FINISH_TO_START, START_TO_START -> span.start() >= bound;
                            case FINISH_TO_FINISH, START_TO_FINISH -> span.finish() >= bound;
                        };
                    });
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

        /** Delays the activity day by day until the end of all moves. */
        int totalFloat(Activity<Integer> activity, Map<Integer, Span> found) {
            var end = end(found);
            var begin = requireNonNull(found.get(activity.key())).start();
            var last = begin;
            for (var start = begin; start < begin + FURTHEST_SLIP; start++) {
                if (end(dates(Map.of(activity.key(), start))) > end) {
                    break;
                }
                last = start;
            }
            return count(activity.calendar(), last) - count(activity.calendar(), begin);
        }

        private static int end(Map<Integer, Span> dates) {
            return dates.values().stream().mapToInt(Span::finish).max().orElseThrow();
        }
    }
}
