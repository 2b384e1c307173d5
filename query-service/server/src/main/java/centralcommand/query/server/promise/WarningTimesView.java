package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.schedule.WarningTimes;
import centralcommand.query.contract.schedule.WarningTimes.Group;
import centralcommand.query.contract.schedule.WarningTimes.Row;
import centralcommand.query.server.portfolio.AgencyName;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long before a promised date was missed it was first said that it would be. */
public final class WarningTimesView {
    private static final Comparator<Group> LONGEST_FIRST = Comparator.comparing(
                    Group::medianDays, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Group::name);

    private WarningTimesView() {}

    static WarningTimes of(Sight sight) {
        List<Warning> all = all(sight, Filter.ALL);
        return new WarningTimes(
                sight.standpoint(),
                groups(all, warning -> warning.milestone().program().leadAgency(), WarningTimesView::agency),
                groups(all, warning -> warning.milestone().program(), WarningTimesView::program).stream()
                        .filter(group -> group.missed() > 0)
                        .toList(),
                rows(all),
                (int) sight.portfolio().milestones().stream()
                        .filter(milestone -> milestone.kind() == MilestoneKind.STATUTORY)
                        .count());
    }

    static List<Row> rows(Sight sight) {
        return rows(all(sight, Filter.ALL));
    }

    /** Of all milestones with a promised date, whether it was missed or not; statutory dates are nobody's promise. */
    public static List<Warning> all(Sight sight, Filter filter) {
        return sight.portfolio().programs().stream()
                .filter(filter::admits)
                .flatMap(program -> all(sight, program))
                .toList();
    }

    private static Stream<Warning> all(Sight sight, Program program) {
        return sight.portfolio().milestones(program).stream()
                .filter(milestone -> milestone.kind() != MilestoneKind.STATUTORY && milestone.original() != null)
                .map(milestone -> Warning.of(milestone, sight.today()));
    }

    private static List<Row> rows(List<Warning> all) {
        return all.stream()
                .flatMap(warning -> row(warning).stream())
                .sorted(Comparator.comparing(Row::days, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Row::missed)
                        .thenComparing(row -> row.milestoneId().value()))
                .toList();
    }

    private static Optional<Row> row(Warning warning) {
        Milestone milestone = warning.milestone();
        Program program = milestone.program();
        return Optional.ofNullable(warning.missed())
                .map(missed -> new Row(
                        milestone.id(),
                        milestone.title(),
                        program.id(),
                        program.name(),
                        program.leadAgency(),
                        missed.date(),
                        warning.warnedOn(),
                        warning.datedBackTo(),
                        warning.days(),
                        missed.dated().entry().position(),
                        Figures.warning(milestone.id())));
    }

    private static <K> List<Group> groups(
            List<Warning> all, Function<Warning, K> by, BiFunction<K, List<Warning>, Group> group) {
        Map<K, List<Warning>> divided =
                all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        return divided.entrySet().stream()
                .map(entry -> group.apply(entry.getKey(), entry.getValue()))
                .sorted(LONGEST_FIRST)
                .toList();
    }

    private static Group agency(Agency agency, List<Warning> warnings) {
        return group(agency.code(), AgencyName.of(agency), warnings, new Filter(agency, null, null, null, null));
    }

    private static Group program(Program program, List<Warning> warnings) {
        return group(program.id().value(), program.name(), warnings, new Filter(null, null, null, program.id(), null));
    }

    private static Group group(String id, String name, List<Warning> warnings, Filter filter) {
        return new Group(
                id,
                name,
                warnings.size(),
                (int) missed(warnings).count(),
                (int) missed(warnings).filter(Warning::inTime).count(),
                medianDays(warnings),
                Figures.warningTimes(filter));
    }

    private static Stream<Warning> missed(List<Warning> warnings) {
        return warnings.stream().filter(warning -> warning.missed() != null);
    }

    /** Half a day is left to the agency. */
    public static @Nullable Long medianDays(List<Warning> warnings) {
        List<Long> days = missed(warnings).map(Warning::counted).sorted().toList();
        if (days.isEmpty()) {
            return null;
        }
        long below = days.get((days.size() - 1) / 2);
        long above = days.get(days.size() / 2);
        return Math.ceilDiv(below + above, 2L);
    }
}
