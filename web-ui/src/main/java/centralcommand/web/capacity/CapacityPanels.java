package centralcommand.web.capacity;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.web.chart.ColumnChart;
import centralcommand.web.chart.ColumnChart.Aim;
import centralcommand.web.chart.ColumnChart.Slot;
import centralcommand.web.time.FactWording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One small picture for each material at each stage. */
final class CapacityPanels {

    private CapacityPanels() {}

    /** A material at a stage: its picture and the same figures in rows. */
    record Panel(Material material, Stage stage, ColumnChart chart, List<Capacity.Group> years) {

        /** Whether there is anything to draw; figures that are all left out are told in rows only. */
        public boolean drawn() {
            return chart.slots().stream()
                    .anyMatch(slot -> slot.planned() != null
                            || slot.nameplate() != null
                            || slot.actual() != null
                            || !slot.aims().isEmpty());
        }
    }

    static List<Panel> of(List<Capacity.Group> groups, FactWording facts) {
        record Key(Material material, Stage stage) {}
        Map<Key, List<Capacity.Group>> together = groups.stream()
                .sorted(Comparator.comparing(Capacity.Group::stage)
                        .thenComparing(Capacity.Group::material)
                        .thenComparing(group -> group.year() == null ? Integer.MAX_VALUE : group.year()))
                .collect(Collectors.groupingBy(
                        group -> new Key(group.material(), group.stage()), LinkedHashMap::new, Collectors.toList()));
        List<Panel> panels = new ArrayList<>();
        together.forEach((key, years) -> panels.add(
                new Panel(key.material(), key.stage(), chart(key.material(), key.stage(), years, facts), years)));
        return panels;
    }

    private static ColumnChart chart(Material material, Stage stage, List<Capacity.Group> years, FactWording facts) {
        String id = "capacity-"
                + (material.name() + "-" + stage.name())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        String title = facts.name(material) + ", " + lower(facts.name(stage)) + ": tonnes a year";
        String description = years.stream().map(year -> sentence(year, facts)).collect(Collectors.joining(" "));
        return new ColumnChart(
                id,
                title,
                description,
                years.stream().map(year -> slot(year, facts)).toList());
    }

    private static Slot slot(Capacity.Group year, FactWording facts) {
        List<Aim> aims = year.targets().stream()
                .flatMap(target -> Stream.ofNullable(target.tonnesPerYear())
                        .map(tonnes -> new Aim(facts.name(target.kind()), tonnes.value(), look(target.kind()))))
                .toList();
        return new Slot(name(year), value(year.planned()), value(year.nameplate()), value(year.actual()), aims);
    }

    private static Aim.Look look(TargetKind kind) {
        return switch (kind) {
            case TARGET -> Aim.Look.TARGET;
            case DEMAND, DERIVED_DEMAND -> Aim.Look.DEMAND;
            case ACTUAL -> Aim.Look.OUTPUT;
        };
    }

    private static String sentence(Capacity.Group year, FactWording facts) {
        return name(year) + ": planned " + facts.tonnes(year.planned()) + ", nameplate "
                + facts.tonnes(year.nameplate()) + ", made " + facts.tonnes(year.actual()) + ".";
    }

    private static String name(Capacity.Group group) {
        return group.year() == null ? "no year" : Integer.toString(group.year());
    }

    private static @Nullable BigDecimal value(@Nullable Tonnes tonnes) {
        return tonnes == null ? null : tonnes.value();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
