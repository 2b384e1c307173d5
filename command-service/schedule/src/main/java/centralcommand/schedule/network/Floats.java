package centralcommand.schedule.network;

import centralcommand.schedule.network.Network.Joint;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The backward pass: when each activity must begin and end at the latest, and how many working days of its own calendar it can slip. GAO
 * Schedule Assessment Guide (GAO-16-89G), best practices 6 and 7. Negative total float is shown as it is.
 *
 * <p>What has an actual end slips no more: its floats are 0, its latest days are its own, it is never critical, and what it should have waited
 * for is not held back by it.
 */
public final class Floats<K> {
    private final EarlyDates<K> early;
    private final Network<K> network;

    /** Bounds, by place. */
    private final int[] lateStart;

    private final int[] lateFinish;

    /** The number of the group that an activity belongs to, by place. */
    private final int[] groups;

    /** The early end of each group. */
    private final int[] earlyEnds;

    private Floats(EarlyDates<K> early, int[] groups, int[] earlyEnds) {
        this.early = early;
        this.network = early.network;
        this.groups = groups;
        this.earlyEnds = earlyEnds;
        lateStart = new int[network.size()];
        lateFinish = new int[network.size()];
    }

    /** With one end for all. */
    static <K> Floats<K> of(EarlyDates<K> early, int end) {
        return of(early, new int[early.network.size()], new int[] {end}, new int[] {early.endBound()});
    }

    /**
     * @param groups by place, the number of the group of each
     * @param ends by group, the bound at which all of it must be done
     * @param earlyEnds by group
     */
    static <K> Floats<K> of(EarlyDates<K> early, int[] groups, int[] ends, int[] earlyEnds) {
        var floats = new Floats<>(early, groups, earlyEnds);
        for (var place = early.network.size() - 1; place >= 0; place--) {
            floats.pass(place, ends[groups[place]]);
        }
        return floats;
    }

    private void pass(int place, int end) {
        if (early.done[place]) {
            lateStart[place] = early.start[place];
            lateFinish[place] = early.finish[place];
            return;
        }
        var latest = latestFinish(place, end, lateStart, lateFinish);
        var calendar = network.calendar(place);
        var duration = network.duration(place);
        if (duration == 0) {
            lateStart[place] = latest;
            lateFinish[place] = latest;
        } else {
            var completed = calendar.completed(latest);
            lateStart[place] = calendar.start(completed - duration);
            // a forecast may name a day off, after the last working day
            var reported = early.finish[place];
            var worked = calendar.end(completed);
            lateFinish[place] = reported > worked && reported <= latest ? reported : worked;
        }
    }

    /** The latest bound at which the activity may end so that this end and those that wait for it keep these bounds. */
    private int latestFinish(int place, int end, int[] starts, int[] finishes) {
        var latest = end;
        for (var joint : network.out[place]) {
            if (early.done[joint.to()]) {
                continue;
            }
            var bound = latestOrigin(
                    joint,
                    joint.type().isToStart() ? starts[joint.to()] : workedFinish(joint.to(), finishes[joint.to()]));
            latest = Math.min(latest, joint.type().isFromStart() ? finishOfStart(place, bound) : bound);
        }
        return latest;
    }

    /** Where the last working day ends: a link that reaches beyond it pushes the activity on, even if a forecast names a day off. */
    private int workedFinish(int place, int finish) {
        var calendar = network.calendar(place);
        return network.duration(place) == 0 ? finish : calendar.end(calendar.completed(finish));
    }

    /** The latest bound of the link's origin that still allows this bound of its successor. */
    private int latestOrigin(Joint joint, int bound) {
        if (joint.lag() == 0) {
            return bound;
        }
        var calendar = network.calendar(joint.to());
        return calendar.endAtLatest(calendar.completed(bound) - joint.lag());
    }

    /** The latest bound at which the activity may end if it begins at this bound or before. */
    private int finishOfStart(int place, int bound) {
        var duration = network.duration(place);
        if (duration == 0) {
            return bound;
        }
        var calendar = network.calendar(place);
        return calendar.endAtLatest(calendar.completed(bound + 1) - 1 + duration);
    }

    /** The last day on which the activity may begin without moving the end. */
    public LocalDate lateStart(K key) {
        return LocalDate.ofEpochDay(lateStart[network.place(key)]);
    }

    /** The last day on which the activity may end without moving the end. */
    public LocalDate lateFinish(K key) {
        return EarlyDates.lastDayBefore(lateFinish[network.place(key)]);
    }

    /** Working days that the activity can slip without moving the end of all, or the day by which everything must be done; 0 of what is done. */
    public int total(K key) {
        return total(network.place(key));
    }

    private int total(int place) {
        var calendar = network.calendar(place);
        return network.duration(place) == 0
                ? calendar.completed(lateFinish[place]) - calendar.completed(early.finish[place])
                : calendar.completed(lateStart[place]) - calendar.completed(early.start[place]);
    }

    /** Working days that the activity can slip without moving any other or the early end of all, or of its group, so never less than 0; 0 of what is done. */
    public int free(K key) {
        var place = network.place(key);
        if (early.done[place]) {
            return 0;
        }
        var latest = latestFinish(place, earlyEnds[groups[place]], early.start, early.finish);
        var calendar = network.calendar(place);
        return calendar.completed(latest) - calendar.completed(early.finish[place]);
    }

    /**
     * Those with the least total float of all that are not done, in an order in which each comes after what it waits for: what is left of the
     * longest path, if the end is the early one.
     */
    public List<K> critical() {
        var least = toDo().map(this::total).min().orElse(0);
        return toDo().filter(place -> total(place) == least)
                .mapToObj(place -> network.activities.get(place).key())
                .toList();
    }

    private IntStream toDo() {
        return IntStream.range(0, network.size()).filter(place -> !early.done[place]);
    }
}
