package centralcommand.query.server.network;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.query.server.network.Outlook.Moved;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.schedule.network.EarlyDates;
import centralcommand.schedule.network.Reported;
import centralcommand.schedule.network.WhatIf;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What slips do to those who wait, after float (GAO-16-89G on total float: a slip beyond free float pushes successors, one beyond total float the
 * end). Each is looked at alone: the network as it is, beside one in which this milestone was reached on the day first promised and nothing
 * else is said otherwise.
 */
final class Slips {
    private static final int MOST_NAMED = 5;

    private final Outlook outlook;
    private final EarlyDates<MilestoneId> now;
    private final WhatIf<MilestoneId> whatIf;
    private final Map<MilestoneId, Downstream> known = new HashMap<>();

    Slips(
            Outlook outlook,
            EarlyDates<MilestoneId> now,
            IntFunction<@Nullable Reported> reports,
            IntFunction<@Nullable LocalDate> awaited) {
        this.outlook = outlook;
        this.now = now;
        whatIf = new WhatIf<>(now, reports, awaited);
    }

    /** Of the slip against the first promise; empty where there is none, or the network has not the milestone. */
    synchronized Optional<Downstream> of(Milestone milestone) {
        Slip slip = milestone.slipVsOriginal();
        Dated first = milestone.original();
        if (slip == null || first == null || !slip.isLate()) {
            return Optional.empty();
        }
        return Optional.of(known.computeIfAbsent(
                milestone.id(), id -> downstream(milestone, first.stated().date(), Collections.emptySortedMap())));
    }

    /** The same if the milestone came on another day than it is expected; empty where that is no later than first promised. */
    synchronized Optional<Downstream> of(Milestone milestone, LocalDate instead) {
        Dated first = milestone.original();
        if (first == null || !instead.isAfter(first.stated().date())) {
            return Optional.empty();
        }
        return Optional.of(downstream(
                milestone,
                first.stated().date(),
                whatIf.finishes(outlook.order(milestone.id()), new Reported.Forecast(instead))));
    }

    private Downstream downstream(Milestone milestone, LocalDate promised, SortedMap<Integer, LocalDate> then) {
        int own = outlook.order(milestone.id());
        SortedMap<Integer, LocalDate> kept = whatIf.finishes(own, new Reported.Actual(promised));
        TreeSet<Integer> touched = new TreeSet<>(kept.keySet());
        touched.addAll(then.keySet());
        List<Moved> moved = touched.stream()
                .map(place -> moved(place, kept, then))
                .filter(each -> each.kept().isBefore(each.now()))
                .toList();
        List<Moved> others = moved.stream()
                .filter(each -> !each.milestone().id().equals(milestone.id()))
                .toList();
        return new Downstream(
                others.size(),
                others.stream()
                        .map(Slips::push)
                        .sorted(Comparator.comparingLong(Push::days).reversed())
                        .limit(MOST_NAMED)
                        .toList(),
                endDays(milestone.program().id(), kept, then));
    }

    private Moved moved(int place, Map<Integer, LocalDate> kept, Map<Integer, LocalDate> then) {
        LocalDate day = now.finishByOrder(place);
        return new Moved(outlook.milestone(place), kept.getOrDefault(place, day), then.getOrDefault(place, day));
    }

    private long endDays(ProgramId programId, Map<Integer, LocalDate> kept, Map<Integer, LocalDate> then) {
        Map<Integer, LocalDate> days = outlook.finishes(programId);
        return days.isEmpty() ? 0 : Math.max(0, DAYS.between(end(days, kept), end(days, then)));
    }

    private static LocalDate end(Map<Integer, LocalDate> days, Map<Integer, LocalDate> otherwise) {
        return days.entrySet().stream()
                .map(finish -> otherwise.getOrDefault(finish.getKey(), finish.getValue()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Push push(Moved moved) {
        return new Push(
                moved.milestone().id(),
                moved.milestone().title(),
                moved.milestone().program().id(),
                moved.kept(),
                moved.now(),
                DAYS.between(moved.kept(), moved.now()));
    }
}
