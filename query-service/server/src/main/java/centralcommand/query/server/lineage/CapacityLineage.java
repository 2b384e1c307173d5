package centralcommand.query.server.lineage;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.capacity.Capacity.Group;
import centralcommand.query.contract.capacity.Capacity.Row;
import centralcommand.query.contract.capacity.Capacity.Target;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.board.ShakyPlans;
import centralcommand.query.server.capacity.CapacityView;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Behind tonnes. */
final class CapacityLineage {
    private CapacityLineage() {}

    static Lineage line(Working working, String figure, FigureId id) {
        Row row = CapacityView.rows(working.sight(), Filter.ALL).stream()
                .filter(each -> each.capacityId().value().equals(id.part(1)))
                .findFirst()
                .orElseThrow();
        working.add(row.position(), Words.tonnes(row.tonnes()));
        return working.is(
                figure,
                "“" + row.programName() + "”: " + Words.material(row.material()),
                Words.tonnes(row.tonnes()),
                "As its source states it" + (row.counted() ? "." : "; not counted: " + row.leftOutBecause() + "."));
    }

    static Lineage group(Working working, String figure, FigureId id) {
        Material material = Material.valueOf(id.part(1));
        Stage stage = Stage.valueOf(id.part(2));
        Integer year = id.year(3);
        Sight sight = working.sight();
        String of = Words.material(material) + (year == null ? ", no year stated" : " in " + year);
        return switch (id.kind()) {
            case "planned" -> sum(working, figure, "Planned " + of, rows(sight, material, stage, year, "PLANNED", id));
            case "nameplate" ->
                sum(working, figure, "Installed " + of, rows(sight, material, stage, year, "NAMEPLATE", id));
            case "actual" -> sum(working, figure, "Made: " + of, rows(sight, material, stage, year, "ACTUAL", id));
            case "targets" ->
                targets(working, figure, of, CapacityView.group(sight, material, stage, year, id.filter()));
            case "doubtful" -> doubtful(working, figure, of, material, stage, year);
            case "" -> all(working, figure, of, material, stage, year, id);
            default -> throw new IllegalArgumentException("There is no such kind.");
        };
    }

    private static List<Row> rows(
            Sight sight, Material material, Stage stage, @Nullable Integer year, String kind, FigureId id) {
        return CapacityView.counted(sight, material, stage, year, kind, id.filter());
    }

    private static Lineage sum(Working working, String figure, String title, List<Row> rows) {
        rows.forEach(row -> working.add(row.position(), "+ " + Words.tonnes(row.tonnes())));
        return working.is(figure, title, value(rows), equation(rows));
    }

    private static String value(List<Row> rows) {
        return rows.isEmpty() ? "none" : Words.tonnes(total(rows));
    }

    private static String equation(List<Row> rows) {
        return rows.isEmpty()
                ? "Nothing is on file."
                : String.join(
                                " + ",
                                rows.stream()
                                        .map(row -> Words.tonnes(row.tonnes()))
                                        .toList()) + " = "
                        + Words.tonnes(total(rows))
                        + ". Designs, and figures contained in or superseded by others, are left out.";
    }

    private static Tonnes total(List<Row> rows) {
        return new Tonnes(rows.stream().map(row -> row.tonnes().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Lineage targets(Working working, String figure, String of, Group group) {
        group.targets().forEach(target -> working.add(target.position(), wanted(target)));
        return working.is(
                figure,
                "Wanted: " + of,
                group.targets().isEmpty()
                        ? "none"
                        : String.join(
                                "; ",
                                group.targets().stream()
                                        .map(CapacityLineage::wanted)
                                        .toList()),
                "National figures as they were set; they are not added.");
    }

    private static String wanted(Target target) {
        Tonnes tonnes = target.tonnesPerYear();
        return Words.plain(target.kind()) + " " + (tonnes == null ? "without a tonnage" : Words.tonnes(tonnes));
    }

    private static Lineage doubtful(
            Working working, String figure, String of, Material material, Stage stage, @Nullable Integer year) {
        Sight sight = working.sight();
        if (year == null) {
            throw new IllegalArgumentException("Plans without a year are not held against dates.");
        }
        List<Row> rows = ShakyPlans.rows(sight, material, stage, year);
        Set<String> programs = rows.stream().map(row -> row.programId().value()).collect(Collectors.toSet());
        rows.forEach(row -> working.add(row.position(), "+ " + Words.tonnes(row.tonnes())));
        ShakyPlans.milestones(sight).stream()
                .filter(milestone -> programs.contains(milestone.program().id().value()))
                .forEach(milestone -> shaky(working, milestone));
        return working.is(
                figure,
                "Planned " + of + " of programs with a date that is late, in doubt or silent",
                value(rows),
                equation(rows));
    }

    private static void shaky(Working working, Milestone milestone) {
        Milestone.Dated onFile = milestone.onFile();
        Stream.concat(milestone.heard().stream(), Stream.ofNullable(onFile).map(Milestone.Dated::entry))
                .map(fact -> fact.position())
                .max(Long::compare)
                .ifPresent(position -> working.add(
                        position,
                        "“" + milestone.title() + "”: "
                                + Words.plain(milestone.status(working.sight().today()))));
    }

    private static Lineage all(
            Working working,
            String figure,
            String of,
            Material material,
            Stage stage,
            @Nullable Integer year,
            FigureId id) {
        Sight sight = working.sight();
        Group group = CapacityView.group(sight, material, stage, year, id.filter());
        for (String kind : List.of("PLANNED", "NAMEPLATE", "ACTUAL")) {
            rows(sight, material, stage, year, kind, id)
                    .forEach(row -> working.add(
                            row.position(),
                            "+ " + Words.tonnes(row.tonnes()) + " " + row.kind().toLowerCase(Locale.ROOT)));
        }
        group.targets().forEach(target -> working.add(target.position(), wanted(target)));
        return working.is(
                figure,
                "Tonnes of " + of,
                "planned %s, installed %s, made %s"
                        .formatted(amount(group.planned()), amount(group.nameplate()), amount(group.actual())),
                "Each kind is added for itself; kinds are never added to each other.");
    }

    private static String amount(@Nullable Tonnes tonnes) {
        return tonnes == null ? "none" : Words.tonnes(tonnes);
    }
}
