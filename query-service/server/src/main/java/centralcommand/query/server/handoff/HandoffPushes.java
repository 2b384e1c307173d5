package centralcommand.query.server.handoff;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.schedule.calendar.WorkCalendar;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.CycleException;
import centralcommand.schedule.network.EarlyDates;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.LinkType;
import centralcommand.schedule.network.Network;
import centralcommand.schedule.network.Reported;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a hand-off that comes late does to those who wait, by the network of milestones, links and hand-offs: one pass as things are, and one
 * with this promise kept. A hand-off is a point of its own between the two milestones, dated by what was promised or by when it comes.
 */
final class HandoffPushes {
    private static final WorkCalendar CALENDAR = WorkCalendar.federal(List.of());

    private final Map<MilestoneId, Milestone> milestones;
    private final Map<String, LocalDate> coming;
    private final Map<String, Set<String>> waiting = new HashMap<>();
    private final Network<String> network;
    private final LocalDate start;
    private final EarlyDates<String> asThingsAre;

    /** @param coming the day on which each hand-off comes, or has to be expected; those that nobody promised have none */
    HandoffPushes(
            Map<MilestoneId, Milestone> milestones,
            List<Fact<MilestonesLinked>> links,
            Map<Handoff, LocalDate> coming) {
        this.milestones = milestones;
        this.coming = new HashMap<>();
        coming.forEach((handoff, day) -> this.coming.put(key(handoff), day));
        List<Link<String>> all = Stream.concat(
                        links.stream()
                                .sorted(Comparator.comparing(Fact::position))
                                .flatMap(link -> between(link.event())),
                        coming.keySet().stream().flatMap(this::towards))
                .toList();
        all.forEach(link -> waiting.computeIfAbsent(link.from(), key -> new LinkedHashSet<>())
                .add(link.to()));
        this.network = network(all);
        this.start = Stream.concat(
                        coming.values().stream(),
                        milestones.values().stream()
                                .map(Milestone::onFile)
                                .flatMap(Stream::ofNullable)
                                .map(dated -> dated.stated().date()))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        this.asThingsAre = network.early(start, this::reported);
    }

    private Network<String> network(List<Link<String>> links) {
        List<Activity<String>> points = Stream.concat(
                        milestones.keySet().stream().map(MilestoneId::value), coming.keySet().stream())
                .map(key -> new Activity<>(key, 0, CALENDAR))
                .toList();
        try {
            return Network.of(points, links);
        } catch (CycleException e) {
            // New circles are refused, but a correction that is taken back can leave one: its later links then decide
            // nothing.
            return Network.of(points, withoutCircles(links));
        }
    }

    private static List<Link<String>> withoutCircles(List<Link<String>> links) {
        Map<String, Set<String>> next = new HashMap<>();
        List<Link<String>> kept = new ArrayList<>();
        for (Link<String> link : links) {
            if (!link.from().equals(link.to())
                    && !reached(link.to(), key -> next.getOrDefault(key, Set.of()))
                            .contains(link.from())) {
                next.computeIfAbsent(link.from(), key -> new LinkedHashSet<>()).add(link.to());
                kept.add(link);
            }
        }
        return List.copyOf(kept);
    }

    private static Set<String> reached(String from, Function<String, Set<String>> next) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (String key : next.apply(open.remove())) {
                if (seen.add(key)) {
                    open.add(key);
                }
            }
        }
        return seen;
    }

    /** A program as a whole has no date that could move or be moved. */
    private Stream<Link<String>> between(MilestonesLinked link) {
        MilestoneId from = link.from().milestoneId();
        MilestoneId to = link.to().milestoneId();
        if (from == null || to == null || !milestones.containsKey(from) || !milestones.containsKey(to)) {
            return Stream.of();
        }
        return Stream.of(new Link<>(
                from.value(),
                to.value(),
                link.type() == null
                        ? LinkType.FINISH_TO_START
                        : LinkType.valueOf(link.type().name()),
                link.lagDays() == null ? 0 : link.lagDays()));
    }

    private Stream<Link<String>> towards(Handoff handoff) {
        MilestoneId to = handoff.request().toMilestoneId();
        return milestones.containsKey(to)
                ? Stream.of(new Link<>(key(handoff), to.value(), LinkType.FINISH_TO_START, 0))
                : Stream.of();
    }

    private static String key(Handoff handoff) {
        return "handoff/" + handoff.id();
    }

    private @Nullable Reported reported(String key) {
        LocalDate comes = coming.get(key);
        if (comes != null) {
            return new Reported.Forecast(comes);
        }
        Milestone milestone = milestones.get(new MilestoneId(key));
        Dated onFile = milestone == null ? null : milestone.onFile();
        if (milestone == null || onFile == null) {
            return null;
        }
        LocalDate day = onFile.stated().date();
        return milestone.actual() == null ? new Reported.Forecast(day) : new Reported.Actual(day);
    }

    /**
     * Those who are moved, nearest first.
     *
     * @param handoff one of those that come
     * @param kept the day on which it would have come
     */
    List<Push> of(Handoff handoff, LocalDate kept) {
        MilestoneId giving = handoff.request().fromMilestoneId();
        EarlyDates<String> before = network.early(start, key -> {
            Reported now = reported(key);
            boolean late = now != null && now.finish().isAfter(kept);
            boolean given = key.equals(key(handoff)) || giving != null && key.equals(giving.value());
            return given && late ? new Reported.Actual(kept) : now;
        });
        return reached(key(handoff), key -> waiting.getOrDefault(key, Set.of())).stream()
                .map(key -> milestones.get(new MilestoneId(key)))
                .flatMap(Stream::ofNullable)
                .map(milestone -> push(milestone, before, asThingsAre))
                .filter(push -> push.days() > 0)
                .toList();
    }

    private static Push push(Milestone milestone, EarlyDates<String> before, EarlyDates<String> after) {
        LocalDate first = before.finish(milestone.id().value());
        LocalDate then = after.finish(milestone.id().value());
        return new Push(
                milestone.id(), milestone.title(), milestone.program().id(), first, then, DAYS.between(first, then));
    }
}
