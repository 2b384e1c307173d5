package centralcommand.query.server.capacity;

import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.CapacityKind;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.capacity.Capacity.Group;
import centralcommand.query.contract.capacity.Capacity.Row;
import centralcommand.query.contract.capacity.Capacity.Target;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tonnes planned, installed and made, by material, stage and year, against what the nation wants. A figure that another of its kind
 * contains is left out where the other counts too; one that a newer figure takes the place of, and every design, always is.
 */
public final class CapacityView {
    private static final Comparator<@Nullable Integer> YEAR = Comparator.nullsLast(Comparator.naturalOrder());

    private CapacityView() {}

    public static Capacity of(Sight sight, Filter filter, @Nullable Material material, @Nullable Integer year) {
        Filter programs = new Filter(filter.agency(), filter.lineOfEffort(), null, filter.programId(), filter.q());
        List<Pledge> pledges = pledges(sight, programs).stream()
                .filter(pledge -> filter.stage() == null || pledge.stage == filter.stage())
                .filter(pledge -> material == null || pledge.material == material)
                .toList();
        List<CapacityTargetSet> targets = sight.portfolio().targets().stream()
                .map(Fact::event)
                .filter(target -> filter.stage() == null || target.stage() == filter.stage())
                .filter(target -> material == null || target.material() == material)
                .toList();
        List<Group> groups = keys(pledges, targets).stream()
                .filter(key -> year == null || year.equals(key.year))
                .map(key -> group(sight, key, pledges, programs))
                .toList();
        return new Capacity(
                sight.standpoint(),
                Coverages.of(sight),
                BindingStage.sentence(sight),
                groups,
                pledges.stream()
                        .filter(pledge -> year == null || pledge.year == null || pledge.year <= year)
                        .map(pledge -> row(sight, pledge, year))
                        .toList());
    }

    /** Rows for one program's page. */
    public static List<Row> rows(Sight sight, Filter filter) {
        return pledges(sight, filter).stream()
                .map(pledge -> row(sight, pledge, null))
                .toList();
    }

    /** The stage that holds the chain back, by name; absent where figures do not allow one. */
    public static Optional<String> bindingStage(Sight sight) {
        return BindingStage.name(sight);
    }

    /** One group, whether or not anything is on file for it. */
    public static Group group(Sight sight, Material material, Stage stage, @Nullable Integer year, Filter filter) {
        return group(sight, new Key(material, stage, year), pledges(sight, filter), filter);
    }

    /** What counts in one kind's figure of a group. */
    public static List<Row> counted(
            Sight sight, Material material, Stage stage, @Nullable Integer year, String kind, Filter filter) {
        Key key = new Key(material, stage, year);
        return pledges(sight, filter).stream()
                .filter(pledge -> pledge.kind.equals(kind) && pledge.countsIn(key))
                .map(pledge -> row(sight, pledge, year))
                .toList();
    }

    private static Group group(Sight sight, Key key, List<Pledge> pledges, Filter filter) {
        List<Pledge> ofGroup =
                pledges.stream().filter(pledge -> pledge.isAbout(key)).toList();
        return new Group(
                key.material,
                key.stage,
                key.year,
                sum(ofGroup, key, "PLANNED"),
                sum(ofGroup, key, "NAMEPLATE"),
                sum(ofGroup, key, "ACTUAL"),
                (int) ofGroup.stream().filter(pledge -> !pledge.countsIn(key)).count(),
                targets(sight, key),
                Figures.capacity(key.material, key.stage, key.year, filter));
    }

    private static List<Target> targets(Sight sight, Key key) {
        return sight.portfolio().targets().stream()
                .filter(fact -> fact.event().material() == key.material
                        && fact.event().stage() == key.stage
                        && Objects.equals(fact.event().year(), key.year))
                .map(fact -> new Target(
                        fact.event().targetId(),
                        fact.event().kind(),
                        fact.event().tonnesPerYear(),
                        fact.event().basis(),
                        fact.saidOn(),
                        fact.position()))
                .toList();
    }

    private static @Nullable Tonnes sum(List<Pledge> pledges, Key key, String kind) {
        List<Pledge> counted = pledges.stream()
                .filter(pledge -> pledge.kind.equals(kind) && pledge.countsIn(key))
                .toList();
        return counted.isEmpty()
                ? null
                : new Tonnes(
                        counted.stream().map(pledge -> pledge.tonnes.value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<Key> keys(List<Pledge> pledges, List<CapacityTargetSet> targets) {
        Set<Key> keys = new TreeSet<>(
                Comparator.comparing(Key::material).thenComparing(Key::stage).thenComparing(Key::year, YEAR));
        pledges.forEach(pledge -> keys.add(new Key(pledge.material, pledge.stage, pledge.year)));
        targets.forEach(target -> keys.add(new Key(target.material(), target.stage(), target.year())));
        return new ArrayList<>(keys);
    }

    private static Row row(Sight sight, Pledge pledge, @Nullable Integer year) {
        Key key = new Key(pledge.material, pledge.stage, year == null || pledge.isActual() ? pledge.year : year);
        String leftOutBecause = pledge.leftOutBecause(key);
        return new Row(
                pledge.id,
                pledge.program.id(),
                pledge.program.name(),
                pledge.program.leadAgency(),
                pledge.material,
                pledge.stage,
                pledge.tonnes,
                pledge.year,
                pledge.kind,
                leftOutBecause.isEmpty(),
                leftOutBecause,
                pledge.note,
                pledge.fact.saidOn(),
                pledge.fact.position(),
                sight.portfolio().clearance().statusOf(pledge.fact),
                pledge.fact.marking(),
                Figures.capacityLine(pledge.id));
    }

    private static List<Pledge> pledges(Sight sight, Filter filter) {
        List<Fact<CapacityEvent>> standing = sight.portfolio().capacity();
        Map<CapacityId, CapacityId> newer = new HashMap<>();
        Map<CapacityId, List<CapacityPledged>> containers = new HashMap<>();
        for (Fact<CapacityEvent> fact : standing) {
            if (fact.event() instanceof CapacityPledged pledged) {
                if (pledged.supersedes() != null) {
                    newer.put(pledged.supersedes(), pledged.capacityId());
                }
                pledged.includes()
                        .forEach(part -> containers
                                .computeIfAbsent(part, key -> new ArrayList<>())
                                .add(pledged));
            }
        }
        Set<CapacityId> superseded = new HashSet<>(newer.keySet());
        return standing.stream()
                .flatMap(fact -> pledge(sight, fact, newer, containers, superseded).stream())
                .filter(pledge -> filter.admits(pledge.program)
                        && filter.mentions(pledge.program.name(), pledge.id.value(), pledge.note))
                .toList();
    }

    private static Optional<Pledge> pledge(
            Sight sight,
            Fact<CapacityEvent> fact,
            Map<CapacityId, CapacityId> newer,
            Map<CapacityId, List<CapacityPledged>> containers,
            Set<CapacityId> superseded) {
        return switch (fact.event()) {
            case CapacityPledged e ->
                sight.portfolio()
                        .program(e.programId())
                        .map(program -> new Pledge(
                                e.capacityId(),
                                program,
                                e.material(),
                                e.stage(),
                                e.tonnesPerYear(),
                                e.year(),
                                e.kind().name(),
                                e.note(),
                                newer.get(e.capacityId()),
                                containers.getOrDefault(e.capacityId(), List.of()).stream()
                                        .filter(whole ->
                                                whole.kind() == e.kind() && !superseded.contains(whole.capacityId()))
                                        .toList(),
                                fact));
            case ProductionReported e ->
                sight.portfolio()
                        .program(e.programId())
                        .map(program -> new Pledge(
                                e.capacityId(),
                                program,
                                e.material(),
                                e.stage(),
                                e.tonnes(),
                                e.year(),
                                "ACTUAL",
                                e.note(),
                                null,
                                List.of(),
                                fact));
            case CapacityTargetSet ignored -> Optional.empty();
        };
    }

    private record Key(
            Material material, Stage stage, @Nullable Integer year) {}

    /**
     * A figure with all that decides whether it counts.
     *
     * @param newer the figure that takes its place
     * @param wholes figures of the same kind that contain it
     */
    private record Pledge(
            CapacityId id,
            Program program,
            Material material,
            Stage stage,
            Tonnes tonnes,
            @Nullable Integer year,
            String kind,
            String note,
            @Nullable CapacityId newer,
            List<CapacityPledged> wholes,
            Fact<CapacityEvent> fact) {

        boolean isActual() {
            return kind.equals("ACTUAL");
        }

        /** What was made belongs to its year alone; what is planned or installed to every year from its own on. */
        boolean isAbout(Key key) {
            return material == key.material && stage == key.stage && isAbout(year, key.year);
        }

        private boolean isAbout(@Nullable Integer from, @Nullable Integer asked) {
            return from == null || asked == null
                    ? Objects.equals(from, asked)
                    : isActual() ? from.equals(asked) : from <= asked;
        }

        boolean countsIn(Key key) {
            return isAbout(key) && leftOutBecause(key).isEmpty();
        }

        String leftOutBecause(Key key) {
            if (kind.equals(CapacityKind.DESIGN.name())) {
                return "a design, not a plan";
            }
            if (newer != null) {
                return "superseded by " + newer;
            }
            return wholes.stream()
                    .filter(whole -> whole.material() == key.material
                            && whole.stage() == key.stage
                            && isAbout(whole.year(), key.year))
                    .findFirst()
                    .map(whole -> "contained in " + whole.capacityId())
                    .orElse("");
        }
    }

    /** Years for which a target or a demand is given in tonnes, ascending. */
    static Stream<CapacityTargetSet> wanted(Sight sight) {
        return sight.portfolio().targets().stream()
                .map(Fact::event)
                .filter(target -> target.tonnesPerYear() != null && target.year() != null)
                .filter(target -> switch (target.kind()) {
                    case TARGET, DEMAND -> true;
                    case DERIVED_DEMAND, ACTUAL -> false;
                })
                .sorted(Comparator.comparing(CapacityTargetSet::year, YEAR));
    }

    /** The nearest target or demand with a tonnage, from this year on; of one year the largest. */
    public static Optional<CapacityTargetSet> nearestTarget(Sight sight) {
        int thisYear = sight.today().getYear();
        return wanted(sight)
                .filter(target -> target.year() != null && target.year() >= thisYear)
                .min(Comparator.comparing(CapacityTargetSet::year, YEAR)
                        .thenComparing(
                                target -> target.tonnesPerYear() == null
                                        ? BigDecimal.ZERO
                                        : target.tonnesPerYear().value(),
                                Comparator.reverseOrder()));
    }
}
