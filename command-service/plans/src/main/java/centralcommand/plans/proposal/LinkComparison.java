package centralcommand.plans.proposal;

import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.shared.Stated;
import centralcommand.plans.file.Plan;
import centralcommand.plans.file.Plan.Told;
import centralcommand.plans.proposal.OnFile.Tie;
import centralcommand.plans.proposal.ProposedImport.Kind;
import centralcommand.schedule.calendar.WorkCalendar;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.CycleException;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;
import centralcommand.schedule.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which links of a plan are new, which are on file, and which would close a circle. */
final class LinkComparison {
    /** A file with more circles than this is not mended link by link. */
    private static final int MOST_CIRCLES = 50;

    private final Plan plan;
    private final OnFile onFile;
    private final ImportIds ids;
    private final Stated stated;
    private final Draft draft;
    private final Map<MilestoneId, Integer> addedBy;
    private final Map<Ends, Tie> ties = new HashMap<>();
    private final Map<MilestoneId, String> names = new HashMap<>();

    private record Ends(MilestoneId from, MilestoneId to) {}

    LinkComparison(
            Plan plan, OnFile onFile, ImportIds ids, Stated stated, Draft draft, Map<MilestoneId, Integer> addedBy) {
        this.plan = plan;
        this.onFile = onFile;
        this.ids = ids;
        this.stated = stated;
        this.draft = draft;
        this.addedBy = addedBy;
        onFile.milestones().values().forEach(each -> names.put(each.id(), each.title()));
        plan.activities()
                .forEach(each -> names.put(ids.milestone(each.key()), each.row().toString()));
        onFile.ties().forEach(tie -> ties.put(new Ends(tie.from(), tie.to()), tie));
    }

    void run() {
        Map<Ends, Plan.Link> added = new LinkedHashMap<>();
        for (Plan.Link link : plan.links()) {
            Ends ends = new Ends(ids.milestone(link.from()), ids.milestone(link.to()));
            Tie tie = ties.get(ends);
            if (tie == null) {
                added.put(ends, link);
            } else {
                known(link, tie);
            }
        }
        refuseCircles(added);
        added.forEach(this::add);
    }

    private void known(Plan.Link link, Tie tie) {
        LinkType type = tie.type();
        if (type == null || (type == link.type() && tie.lagDays() == link.lagDays())) {
            draft.row(
                    Kind.UNCHANGED,
                    link.toRow(),
                    "Waits for " + link.fromRow() + ", as on file.",
                    link.notes(),
                    List.of());
        } else {
            draft.told(
                    Kind.REFUSED,
                    new Told(
                            link.toRow(),
                            "Its link from %s is on file as %s, and the file says %s. A link is not changed: strike %s with correct-entry and link anew."
                                    .formatted(
                                            link.fromRow(),
                                            words(type, tie.lagDays()),
                                            words(link.type(), link.lagDays()),
                                            tie.id())));
        }
    }

    private static String words(LinkType type, int lagDays) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (lagDays == 0 ? "" : " with a lag of " + Words.workingDays(lagDays));
    }

    /** Of each circle the link that comes last in the file is taken out. */
    private void refuseCircles(Map<Ends, Plan.Link> added) {
        Set<MilestoneId> all = new LinkedHashSet<>();
        Stream.concat(ties.keySet().stream(), added.keySet().stream()).forEach(ends -> {
            all.add(ends.from());
            all.add(ends.to());
        });
        List<Activity<MilestoneId>> activities = all.stream()
                .map(id -> new Activity<>(id, 0, WorkCalendar.EVERY_DAY))
                .toList();
        for (int circles = 0; !activities.isEmpty(); circles++) {
            List<?> path = circle(activities, added);
            if (path.isEmpty()) {
                return;
            }
            if (circles == MOST_CIRCLES) {
                added.forEach((_, link) -> draft.told(
                        Kind.REFUSED,
                        new Told(
                                link.toRow(),
                                "Its link from %s is not taken: the file has more than %d circles. Mend them first."
                                        .formatted(link.fromRow(), MOST_CIRCLES))));
                added.clear();
                return;
            }
            takeOut(path, added);
        }
    }

    private List<?> circle(List<Activity<MilestoneId>> activities, Map<Ends, Plan.Link> added) {
        List<Link<MilestoneId>> links = new ArrayList<>();
        ties.keySet().forEach(ends -> links.add(new Link<>(ends.from(), ends.to(), LinkType.FINISH_TO_START, 0)));
        added.keySet().forEach(ends -> links.add(new Link<>(ends.from(), ends.to(), LinkType.FINISH_TO_START, 0)));
        try {
            Network.of(activities, links);
            return List.of();
        } catch (CycleException circle) {
            return circle.path();
        }
    }

    private void takeOut(List<?> path, Map<Ends, Plan.Link> added) {
        Set<Ends> onPath = new LinkedHashSet<>();
        for (int at = 0; at < path.size(); at++) {
            onPath.add(new Ends((MilestoneId) path.get(at), (MilestoneId) path.get((at + 1) % path.size())));
        }
        Ends last = added.keySet().stream()
                .filter(onPath::contains)
                .reduce((_, later) -> later)
                .orElse(null);
        if (last == null) {
            throw new IllegalStateException("The links on file are a circle: " + path);
        }
        Plan.Link link = Objects.requireNonNull(added.remove(last));
        String around = Stream.concat(path.stream(), path.stream().limit(1))
                .map(id -> names.getOrDefault((MilestoneId) id, String.valueOf(id)))
                .collect(Collectors.joining(" → "));
        draft.told(
                Kind.REFUSED,
                new Told(
                        link.toRow(),
                        "Its link from %s would close a circle: %s. Take one of these links away."
                                .formatted(link.fromRow(), around)));
    }

    private void add(Ends ends, Plan.Link link) {
        LinkId id = ids.link(ends.from(), ends.to());
        Set<Integer> needs = Stream.of(ends.from(), ends.to())
                .map(addedBy::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        int step = draft.step(
                "link-milestones",
                "link " + id,
                new LinkMilestones(
                        id,
                        new LinkEnd(onFile.programId(), ends.from(), null),
                        new LinkEnd(onFile.programId(), ends.to(), null),
                        LinkKind.SEQUENCE,
                        centralcommand.command.contract.schedule.LinkType.valueOf(
                                link.type().name()),
                        link.lagDays(),
                        null,
                        stated),
                needs);
        String wait = "for " + link.fromRow() + ", " + words(link.type(), link.lagDays()) + ".";
        draft.step(Kind.LINK, link.toRow(), "Would wait " + wait, "Waits " + wait, link.notes(), List.of(), step);
    }
}
