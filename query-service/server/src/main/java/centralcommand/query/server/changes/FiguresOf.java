package centralcommand.query.server.changes;

import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.funding.Funding.ColumnTotal;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.server.capacity.CapacityView;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.funding.FundingView;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Pause;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All figures that the board is made of, so that two boards can be held against each other. */
final class FiguresOf {
    private FiguresOf() {}

    static List<Figure> sight(Sight sight) {
        return Stream.of(coverage(sight), programs(sight), milestones(sight), funding(sight), capacity(sight))
                .flatMap(figures -> figures)
                .toList();
    }

    private static Stream<Figure> coverage(Sight sight) {
        var coverage = Coverages.of(sight);
        return Stream.of(new Figure(
                Figures.COVERAGE,
                "The portfolio",
                "programs without a dated milestone",
                coverage.withoutDatedMilestone() + " of " + coverage.programs(),
                Set.of()));
    }

    private static Stream<Figure> programs(Sight sight) {
        return sight.portfolio().programs().stream()
                .map(program -> new Figure(
                        Figures.program(program.id()),
                        program.name(),
                        "status",
                        Words.plain(program.status()),
                        positions(program)));
    }

    private static Set<Long> positions(Program program) {
        return Stream.<@Nullable Fact<?>>of(program.proposal(), program.decision())
                .filter(Objects::nonNull)
                .map(Fact::position)
                .collect(Collectors.toSet());
    }

    private static Stream<Figure> milestones(Sight sight) {
        return sight.portfolio().milestones().stream().flatMap(milestone -> milestone(sight, milestone));
    }

    private static Stream<Figure> milestone(Sight sight, Milestone milestone) {
        Slip slip = milestone.slipVsOriginal();
        Set<Long> heard = Stream.concat(
                        Stream.concat(
                                milestone.heard().stream().map(Fact::position),
                                milestone.work().pauses().stream()
                                        .flatMap(Pause::entries)
                                        .map(Fact::position)),
                        Stream.of(milestone.original(), milestone.current())
                                .filter(Objects::nonNull)
                                .flatMap(FiguresOf::positions))
                .collect(Collectors.toSet());
        return Stream.of(
                date(milestone, "original baseline", "original", milestone.original()),
                date(milestone, "current baseline", "current", milestone.current()),
                date(milestone, "expected date", "forecast", milestone.forecast()),
                date(milestone, "date reached", "actual", milestone.actual()),
                new Figure(
                        Figures.status(milestone.id()),
                        milestone.title(),
                        "status",
                        Words.plain(milestone.status(sight.today())),
                        heard),
                new Figure(
                        Figures.slip(milestone.id()),
                        milestone.title(),
                        "slip against the original baseline",
                        slip == null ? "" : Words.days(slip.days()),
                        heard));
    }

    private static Figure date(Milestone milestone, String what, String which, @Nullable Dated dated) {
        return new Figure(
                Figures.date(milestone.id(), which),
                milestone.title(),
                what,
                dated == null ? "" : dated.stated().date().toString(),
                dated == null ? Set.of() : positions(dated).collect(Collectors.toSet()));
    }

    /** The entry, and the act that made it a promise where it is one. */
    private static Stream<Long> positions(Dated dated) {
        return Stream.<@Nullable Fact<?>>of(dated.entry(), dated.approval())
                .filter(Objects::nonNull)
                .map(Fact::position);
    }

    private static Stream<Figure> funding(Sight sight) {
        List<FundingRow> rows = FundingView.rows(sight, Filter.ALL);
        return FundingView.columns(rows, Filter.ALL).stream()
                .map(total -> new Figure(
                        total.figure(),
                        "Money",
                        Words.plain(total.column()) + " (total)",
                        written(total),
                        rows.stream()
                                .filter(row -> row.column() == total.column())
                                .map(FundingRow::position)
                                .collect(Collectors.toSet())));
    }

    private static String written(ColumnTotal total) {
        return Words.money(total.total())
                + (total.withoutAmount() == 0
                        ? ""
                        : " and " + Words.count(total.withoutAmount(), "line", "lines") + " without an amount");
    }

    /** What is on file, and nothing for what is not: a national figure often stands alone. */
    private static String written(Capacity.Group group) {
        return Stream.of(
                        tonnes("planned", group.planned()),
                        tonnes("installed", group.nameplate()),
                        tonnes("made", group.actual()),
                        group.targets().stream()
                                .map(target -> Words.plain(target.kind()) + " "
                                        + (target.tonnesPerYear() == null
                                                ? "without a quantity"
                                                : Words.tonnes(target.tonnesPerYear()))))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> tonnes(String kind, @Nullable Tonnes tonnes) {
        return tonnes == null ? Stream.empty() : Stream.of(kind + " " + Words.tonnes(tonnes));
    }

    private static Stream<Figure> capacity(Sight sight) {
        Capacity capacity = CapacityView.of(sight, Filter.ALL, null, null);
        return capacity.groups().stream()
                .map(group -> new Figure(
                        group.figure(),
                        Words.material(group.material()) + (group.year() == null ? "" : " " + group.year()),
                        "tonnes",
                        written(group),
                        Stream.concat(
                                        capacity.rows().stream()
                                                .filter(row -> row.material() == group.material()
                                                        && row.stage() == group.stage())
                                                .map(Capacity.Row::position),
                                        group.targets().stream().map(Capacity.Target::position))
                                .collect(Collectors.toSet())));
    }
}
