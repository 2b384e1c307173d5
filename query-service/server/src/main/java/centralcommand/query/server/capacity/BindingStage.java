package centralcommand.query.server.capacity;

import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.capacity.Capacity.Group;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stage that holds the magnet chain back. Stages are compared in the magnets that they could feed: a magnet is about 30 % NdPr by
 * weight, and a tonne of NdPr metal takes 1.177 t of oxide, both before losses. Yields of plants are not public, so none is assumed.
 */
final class BindingStage {
    private static final BigDecimal NDPR_IN_MAGNET = new BigDecimal("0.30");
    private static final BigDecimal OXIDE_IN_METAL = new BigDecimal("1.177");

    private BindingStage() {}

    private record Link(String name, BigDecimal magnets) {}

    static String sentence(Sight sight) {
        return CapacityView.nearestTarget(sight)
                .map(CapacityTargetSet::year)
                .filter(Objects::nonNull)
                .map(year -> sentence(sight, year))
                .orElse("");
    }

    /** Its name; absent where figures do not allow one. */
    static Optional<String> name(Sight sight) {
        return CapacityView.nearestTarget(sight)
                .map(CapacityTargetSet::year)
                .filter(Objects::nonNull)
                .map(year -> links(sight, year))
                .filter(links -> links.size() >= 2)
                .map(links -> least(links).name);
    }

    private static List<Link> links(Sight sight, int year) {
        List<Link> links = new ArrayList<>();
        best(sight, Material.NDPR_OXIDE, Stage.SEPARATION, year)
                .map(oxide -> oxide.divide(OXIDE_IN_METAL.multiply(NDPR_IN_MAGNET), 0, RoundingMode.DOWN))
                .ifPresent(magnets -> links.add(new Link("separation", magnets)));
        metal(sight, year).ifPresent(magnets -> links.add(new Link("metal and alloy", magnets)));
        best(sight, Material.NDFEB_MAGNET, Stage.MAGNET, year)
                .ifPresent(magnets -> links.add(new Link("magnet making", magnets)));
        return links;
    }

    private static Link least(List<Link> links) {
        return links.stream().min(Comparator.comparing(Link::magnets)).orElseThrow();
    }

    private static String sentence(Sight sight, int year) {
        List<Link> links = links(sight, year);
        if (links.size() < 2) {
            return "";
        }
        return "For %d, %s holds the NdFeB chain back as far as figures are on file: "
                        .formatted(year, least(links).name)
                + String.join(
                        ", ",
                        links.stream()
                                .map(link -> "%s for %s of magnets"
                                        .formatted(link.name, Words.tonnes(new Tonnes(link.magnets))))
                                .toList())
                + ". Each stage is taken at the largest of what is planned, installed or made, at 30% NdPr in a magnet"
                + " and 1.177 t of oxide to a tonne of metal; yields, imports and recycling are not on file.";
    }

    /** Metal and alloy feed magnets side by side; an alloy is taken as a magnet of the same weight. */
    private static Optional<BigDecimal> metal(Sight sight, int year) {
        List<BigDecimal> parts = Stream.of(
                        best(sight, Material.NDPR_METAL, Stage.METAL, year)
                                .map(metal -> metal.divide(NDPR_IN_MAGNET, 0, RoundingMode.DOWN)),
                        best(sight, Material.ALLOY, Stage.METAL, year))
                .flatMap(Optional::stream)
                .toList();
        return parts.stream().reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> best(Sight sight, Material material, Stage stage, int year) {
        // What was made in a year says that it can be made again, so the latest year's output stands for later ones.
        Stream<Group> groups = Stream.iterate(year, earlier -> earlier - 1)
                .limit(10)
                .map(each -> CapacityView.group(sight, material, stage, each, Filter.ALL));
        List<Group> all = groups.toList();
        return Stream.concat(
                        Stream.of(all.getFirst().planned(), all.getFirst().nameplate()),
                        all.stream().map(Group::actual).filter(Objects::nonNull).limit(1))
                .filter(Objects::nonNull)
                .map(Tonnes::value)
                .max(Comparator.naturalOrder());
    }
}
