package centralcommand.query.server.network;

import static centralcommand.query.server.told.Chain.id;
import static centralcommand.query.server.told.History.DEFENSE;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.server.board.MilestoneBoardView;
import centralcommand.query.server.network.Outlook.Hidden;
import centralcommand.query.server.network.Outlook.Span;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.History;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Past;
import centralcommand.query.server.view.Sight;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fold says of random portfolios, against a search day by day that knows no network and remembers nothing. */
class RandomPortfoliosTest {
    private static final int PORTFOLIOS = 60;
    private static final LocalDate START = LocalDate.of(2026, 6, 1);
    private static final WorkCalendar CALENDAR = WorkCalendar.federal(List.of());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void implied_dates_are_those_that_a_search_finds_and_live_equals_rebuilt(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int n = 0; n < PORTFOLIOS; n++) {
            List<Fact<?>> facts = history(random).facts();
            World world = World.EMPTY;
            for (Fact<?> fact : facts) {
                world = world.evolve(fact);
                // Asked at every step, so that each answer is made of the one before.
                outlook(world);
                board(world);
            }
            assertThat(board(world)).as("board of %d", n).isEqualTo(board(History.fold(facts)));
            Outlook live = outlook(world);
            Outlook rebuilt = outlook(History.fold(facts));
            Portfolio portfolio = rebuilt.portfolio();
            for (var milestone : portfolio.milestones()) {
                MilestoneId id = milestone.id();
                assertThat(rebuilt.implied(id)).as("%d %s", n, id).isEqualTo(searched(rebuilt, id));
                assertThat(live.implied(id)).isEqualTo(rebuilt.implied(id));
                assertThat(live.totalFloatDays(id)).isEqualTo(rebuilt.totalFloatDays(id));
                assertThat(live.impliedPath(id)).isEqualTo(rebuilt.impliedPath(id));
            }
            assertThat(live.hidden().keySet()).isEqualTo(rebuilt.hidden().keySet());
            Set<MilestoneId> some = some(rebuilt, random);
            Set<MilestoneId> others = some(rebuilt, random);
            assertThat(answers(live.withholding(others).withholding(some)))
                    .as("%d, %s withheld after %s", n, some, others)
                    .isEqualTo(answers(rebuilt.withholding(some)));
        }
    }

    private static Set<MilestoneId> some(Outlook outlook, RandomGenerator random) {
        return outlook.portfolio().milestones().stream()
                .map(Milestone::id)
                .filter(id -> outlook.has(id) && random.nextInt(3) == 0)
                .collect(Collectors.toSet());
    }

    private static List<Object> answers(Outlook outlook) {
        return outlook.portfolio().milestones().stream()
                .map(Milestone::id)
                .<Object>map(id -> List.of(
                        outlook.implied(id),
                        outlook.finish(id),
                        outlook.impliedPath(id),
                        outlook.totalFloatDays(id),
                        Optional.ofNullable(outlook.hidden().get(id)).map(Hidden::days)))
                .toList();
    }

    private static Outlook outlook(World world) {
        Portfolio portfolio = world.seenBy(Audience.CZAR).portfolio();
        return Outlooks.of(portfolio).whole(portfolio, START);
    }

    private static MilestoneBoard board(World world) {
        Sight sight = Sight.of(
                world,
                Audience.CZAR,
                new Asker("czar", null, Set.of(Role.CZAR)),
                START,
                null,
                null,
                new Past(START, day -> world, position -> world));
        return MilestoneBoardView.of(sight, Filter.ALL, null, null, Page.Request.FIRST);
    }

    private static History history(RandomGenerator random) {
        Chain chain = new Chain().agency(ENERGY).agency(DEFENSE);
        int programs = 2 + random.nextInt(3);
        List<String> names = new ArrayList<>();
        for (int program = 0; program < programs; program++) {
            PlannedMilestone[] milestones = new PlannedMilestone[1 + random.nextInt(3)];
            for (int i = 0; i < milestones.length; i++) {
                milestones[i] = planned("m%d-%d".formatted(program, i), random);
                names.add("p%d/m%d-%d".formatted(program, program, i));
            }
            chain.program(agency(program), "p" + program, milestones);
        }
        for (int i = 0; i < names.size() * 3; i++) {
            says(chain, names, i, random);
        }
        return chain.history();
    }

    private static Agency agency(int program) {
        return program % 2 == 0 ? ENERGY : DEFENSE;
    }

    private static PlannedMilestone planned(String name, RandomGenerator random) {
        Precision precision = random.nextBoolean() ? Precision.DAY : Precision.MONTH;
        LocalDate date = random.nextInt(4) == 0 ? null : START.plusDays(random.nextInt(200));
        return new PlannedMilestone(
                id(name), name, date, date == null ? null : precision, "", MilestoneKind.OTHER, null);
    }

    private static void says(Chain chain, List<String> names, int number, RandomGenerator random) {
        int at = random.nextInt(names.size());
        String name = names.get(at);
        String[] parts = name.split("/");
        ProgramId programId = new ProgramId(parts[0]);
        Agency agency = agency(parts[0].charAt(1) - '0');
        StatedDate day = new StatedDate(START.plusDays(random.nextInt(200)), Precision.DAY, "");
        switch (random.nextInt(8)) {
            case 0 ->
                chain.says(
                        agency, new ForecastReported(programId, id(parts[1]), day, null, null, "", on("2026-01-05")));
            case 1 ->
                chain.says(
                        agency,
                        new ActualReported(programId, id(parts[1]), day, null, null, "", "photo", on("2026-01-06")));
            case 2 -> {
                int days = random.nextInt(12);
                chain.says(
                        agency, new DurationEstimated(programId, id(parts[1]), days, days, days, "", on("2026-01-05")));
            }
            case 3 -> {
                List<Fact<?>> facts = chain.history().facts();
                Fact<?> last = facts.getLast();
                if (last.provenance() != null) {
                    chain.says(agency, new EntryCorrected(agency, last.position(), "wrong", on("2026-01-07")));
                }
            }
            default -> {
                if (at > 0) {
                    String from = names.get(random.nextInt(at));
                    chain.link(
                            agency,
                            "link-" + number,
                            random.nextInt(4) == 0 && !from.startsWith(parts[0] + "/") ? from.split("/")[0] : from,
                            name,
                            random.nextInt(3) == 0 ? LinkType.values()[random.nextInt(4)] : null,
                            random.nextInt(3) == 0 ? random.nextInt(9) - 3 : null);
                }
            }
        }
    }

    // ---- the search: midnights, and working days counted one by one

    private static Optional<Span> searched(Outlook outlook, MilestoneId id) {
        LocalDate first = new Search(outlook, false).implied(id);
        LocalDate last = new Search(outlook, true).implied(id);
        return first == null || last == null ? Optional.empty() : Optional.of(new Span(first, last));
    }

    /** The midnight at which the work begins, and the one at which it ends. */
    private record Times(LocalDate start, LocalDate finish) {}

    private static final class Search {
        private final Outlook outlook;
        private final boolean last;
        private final Map<MilestoneId, Optional<Times>> found = new HashMap<>();

        Search(Outlook outlook, boolean last) {
            this.outlook = outlook;
            this.last = last;
        }

        @Nullable
        LocalDate implied(MilestoneId id) {
            Times times = byLinks(id);
            return times == null ? null : times.finish().minusDays(1);
        }

        /** The earliest day from which on every link holds. */
        private @Nullable Times byLinks(MilestoneId id) {
            int duration = outlook.durationDays(id);
            LocalDate start = null;
            for (MilestonesLinked link : links(id)) {
                for (MilestoneId from : ends(link)) {
                    Times before = times(from);
                    if (before != null && !from.equals(id)) {
                        LocalDate candidate = earliest(link, before, duration);
                        start = start == null || candidate.isAfter(start) ? candidate : start;
                    }
                }
            }
            return start == null ? null : new Times(start, end(start, duration));
        }

        private List<MilestonesLinked> links(MilestoneId id) {
            return outlook.portfolio().links().stream()
                    .map(Fact::event)
                    .filter(link -> id.equals(link.to().milestoneId()))
                    .toList();
        }

        private List<MilestoneId> ends(MilestonesLinked link) {
            MilestoneId from = link.from().milestoneId();
            return outlook.portfolio().milestones().stream()
                    .filter(milestone -> from == null
                            ? milestone.program().id().equals(link.from().programId())
                            : milestone.id().equals(from))
                    .map(milestone -> milestone.id())
                    .toList();
        }

        private static LocalDate earliest(MilestonesLinked link, Times before, int duration) {
            LinkType type = link.type() == null ? LinkType.FINISH_TO_START : link.type();
            boolean fromStart = type == LinkType.START_TO_START || type == LinkType.START_TO_FINISH;
            boolean toStart = type == LinkType.FINISH_TO_START || type == LinkType.START_TO_START;
            LocalDate bound =
                    lagged(fromStart ? before.start() : before.finish(), link.lagDays() == null ? 0 : link.lagDays());
            LocalDate start = toStart ? bound : bound.minusDays(60);
            while (duration > 0 && !CALENDAR.isWorkingDay(start)
                    || (toStart ? start : end(start, duration)).isBefore(bound)) {
                start = start.plusDays(1);
            }
            return start;
        }

        /** The earliest midnight by which so many working days more, or fewer, are over. */
        private static LocalDate lagged(LocalDate from, int lag) {
            if (lag == 0) {
                return from;
            }
            LocalDate bound = from;
            int left = lag;
            while (left > 0) {
                left -= CALENDAR.isWorkingDay(bound) ? 1 : 0;
                bound = bound.plusDays(1);
            }
            while (left < 0) {
                bound = bound.minusDays(1);
                left += CALENDAR.isWorkingDay(bound) ? 1 : 0;
            }
            while (lag < 0 && !CALENDAR.isWorkingDay(bound.minusDays(1))) {
                bound = bound.minusDays(1);
            }
            return bound;
        }

        private static LocalDate end(LocalDate start, int duration) {
            LocalDate finish = start;
            for (int left = duration; left > 0; finish = finish.plusDays(1)) {
                left -= CALENDAR.isWorkingDay(finish) ? 1 : 0;
            }
            return finish;
        }

        private @Nullable Times times(MilestoneId id) {
            Optional<Times> known = found.get(id);
            if (known == null) {
                known = Optional.ofNullable(reported(id));
                found.put(id, known);
            }
            return known.orElse(null);
        }

        private @Nullable Times reported(MilestoneId id) {
            Times byLinks = byLinks(id);
            var milestone = outlook.portfolio().milestone(id).orElseThrow();
            var onFile = milestone.onFile();
            if (onFile == null) {
                return byLinks;
            }
            LocalDate end = (last ? onFile.stated().date() : onFile.stated().first()).plusDays(1);
            if (milestone.actual() == null
                    && byLinks != null
                    && !byLinks.finish().isBefore(end)) {
                return byLinks;
            }
            LocalDate start = end;
            for (int left = outlook.durationDays(id); left > 0; ) {
                start = start.minusDays(1);
                left -= CALENDAR.isWorkingDay(start) ? 1 : 0;
            }
            return new Times(start, end);
        }
    }
}
