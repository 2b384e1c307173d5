package centralcommand.schedule.network;

import centralcommand.schedule.network.Network.Joint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass: when each activity can begin and end at the earliest, if what is reported of all others is believed.
 *
 * <p>Days are inclusive: an activity of one day starts and finishes on the same one.
 */
public final class EarlyDates<K> {
    private static final int NONE = Integer.MIN_VALUE;

    final Network<K> network;

    /** The bound before which nothing can be. */
    private final int networkStart;

    /** Bounds, by place. */
    final int[] start;

    final int[] finish;

    /** Those with an actual end: nothing moves them any more. */
    final boolean[] done;

    /** Those whose end rests on a report: their own, or that of one they wait for. */
    private final boolean[] founded;

    /** Those that wait for one of these, or for a day. */
    private final boolean[] impliedByReports;

    /** What links and awaited days alone say, where there are any. */
    private final int[] implied;

    /** The link that decides, where one does. */
    private final @Nullable Joint[] driving;

    /** The link that decides the implied date, whatever the owner says. */
    private final @Nullable Joint[] implying;

    /** Those whose days are others than in the dates that these were made of. */
    private final BitSet moved = new BitSet();

    private EarlyDates(Network<K> network, int networkStart) {
        this.network = network;
        this.networkStart = networkStart;
        start = new int[network.size()];
        finish = new int[network.size()];
        implied = new int[network.size()];
        done = new boolean[network.size()];
        founded = new boolean[network.size()];
        impliedByReports = new boolean[network.size()];
        driving = new Joint[network.size()];
        implying = new Joint[network.size()];
    }

    private EarlyDates(Network<K> network, EarlyDates<K> before) {
        this.network = network;
        networkStart = before.networkStart;
        start = before.start.clone();
        finish = before.finish.clone();
        implied = before.implied.clone();
        done = before.done.clone();
        founded = before.founded.clone();
        impliedByReports = before.impliedByReports.clone();
        driving = before.driving.clone();
        implying = before.implying.clone();
    }

    static <K> EarlyDates<K> of(
            Network<K> network,
            int start,
            IntFunction<@Nullable Reported> reports,
            IntFunction<@Nullable LocalDate> awaited) {
        var dates = new EarlyDates<>(network, start);
        for (var place = 0; place < network.size(); place++) {
            dates.pass(place, reports.apply(place), awaited.apply(place));
        }
        return dates;
    }

    /**
     * The same dates after something changed. Only what changed is looked at again, and of what waits for it as much as moves: one report more
     * costs what it moves, not what the network is large.
     *
     * @param on the same activities in the same order, with the links that hold now
     * @param changed those whose reports, awaited days or links are others than before, by {@link Network#order}
     * @param reports as they are now, by the same
     * @param awaited as they are now, by the same
     * @throws IllegalArgumentException if the network is one of other activities
     */
    public EarlyDates<K> after(
            Network<K> on,
            BitSet changed,
            IntFunction<@Nullable Reported> reports,
            IntFunction<@Nullable LocalDate> awaited) {
        if (on.activities != network.activities) {
            throw new IllegalArgumentException(
                    "These dates are of other activities: lay the network out and pass it anew.");
        }
        var dates = new EarlyDates<>(on, this);
        var again = (BitSet) changed.clone();
        for (var place = again.nextSetBit(0); place >= 0; place = again.nextSetBit(place + 1)) {
            dates.pass(place, reports.apply(place), awaited.apply(place));
            if (!dates.isSameAt(place, this)) {
                dates.moved.set(place);
                for (var joint : on.out[place]) {
                    again.set(joint.to());
                }
            }
        }
        return dates;
    }

    EarlyDates<K> copy() {
        return new EarlyDates<>(network, this);
    }

    /** Takes all that is known of one activity from there. */
    void restore(int place, EarlyDates<K> there) {
        start[place] = there.start[place];
        finish[place] = there.finish[place];
        implied[place] = there.implied[place];
        done[place] = there.done[place];
        founded[place] = there.founded[place];
        impliedByReports[place] = there.impliedByReports[place];
        driving[place] = there.driving[place];
        implying[place] = there.implying[place];
    }

    /** Those that {@link #after} gave other days than before, by {@link Network#order}. */
    public BitSet moved() {
        return (BitSet) moved.clone();
    }

    /** Whether all that is known of the days of one activity is the same there. */
    boolean isSameAt(int order, EarlyDates<K> there) {
        return start[order] == there.start[order]
                && finish[order] == there.finish[order]
                && implied[order] == there.implied[order]
                && founded[order] == there.founded[order]
                && impliedByReports[order] == there.impliedByReports[order];
    }

    private void forget(int place) {
        start[place] = NONE;
        finish[place] = NONE;
        implied[place] = NONE;
        done[place] = false;
        impliedByReports[place] = false;
        driving[place] = null;
        implying[place] = null;
    }

    void pass(int place, @Nullable Reported reported, @Nullable LocalDate awaited) {
        forget(place);
        settle(place, networkStart, networkStart);
        for (var joint : network.in[place]) {
            impliedByReports[place] |= founded[joint.from()];
            var bound = bound(joint);
            var before = finish[place];
            if (joint.type().isToStart()) {
                settle(place, bound, NONE);
            } else {
                settle(place, NONE, bound);
            }
            if (finish[place] > before || driving[place] == null && isDriving(joint, place, bound)) {
                driving[place] = joint;
            }
        }
        if (awaited != null) {
            await(place, end(awaited));
        }
        if (network.in[place].length > 0 || awaited != null) {
            implied[place] = finish[place];
            implying[place] = driving[place];
        }
        founded[place] = reported != null || impliedByReports[place];
        switch (reported) {
            case null -> {}
            case Reported.Forecast(var day) -> {
                if (end(day) > finish[place]) {
                    endAsReported(place, day);
                }
            }
            case Reported.Actual(var day) -> {
                done[place] = true;
                endAsReported(place, day);
            }
        }
    }

    /** A day that is told from outside the network is as good as a report. */
    private void await(int place, int bound) {
        impliedByReports[place] = true;
        var before = finish[place];
        settle(place, bound, NONE);
        if (finish[place] > before) {
            driving[place] = null;
        }
    }

    /** The owner's own day stands, worked or not, and successors count from it; the work is done before. */
    private void endAsReported(int place, LocalDate day) {
        driving[place] = null;
        finish[place] = end(day);
        var calendar = network.calendar(place);
        var duration = network.duration(place);
        start[place] = duration == 0 ? finish[place] : calendar.start(calendar.completed(finish[place]) - duration);
    }

    /** The first link that holds as tightly as the start of all. */
    private boolean isDriving(Joint joint, int place, int bound) {
        return joint.type().isToStart() ? bound == start[place] : bound == finish[place];
    }

    /** Moves the activity so far that it begins and ends at these bounds or later, if it does not. */
    private void settle(int place, int startsAt, int endsAt) {
        var calendar = network.calendar(place);
        var duration = network.duration(place);
        if (duration == 0) {
            start[place] = Math.max(start[place], Math.max(startsAt, endsAt));
            finish[place] = start[place];
            return;
        }
        var number = Math.max(
                startsAt == NONE ? 0 : calendar.completed(startsAt),
                endsAt == NONE ? 0 : calendar.completedNotBefore(endsAt) - duration);
        if (calendar.start(number) > start[place]) {
            start[place] = calendar.start(number);
            finish[place] = calendar.end(number + duration);
        }
    }

    /** The bound that a link sets to its successor. */
    private int bound(Joint joint) {
        var from = joint.type().isFromStart() ? start[joint.from()] : finish[joint.from()];
        if (joint.lag() == 0) {
            return from;
        }
        var calendar = network.calendar(joint.to());
        return calendar.end(calendar.completed(from) + joint.lag());
    }

    private static int end(LocalDate day) {
        return Math.toIntExact(day.toEpochDay()) + 1;
    }

    static LocalDate lastDayBefore(int bound) {
        return LocalDate.ofEpochDay(bound - 1L);
    }

    /**
     * The first day of an activity; of a milestone the day after the one on which it is reached. What waits for nothing and is not reported
     * starts on the first day of the network that its calendar works, a milestone on the first of all.
     */
    public LocalDate start(K key) {
        return LocalDate.ofEpochDay(start[network.place(key)]);
    }

    /**
     * The last day of an activity, the day of a milestone: that of a milestone which waits for nothing and is not reported is the day before
     * the network starts, for it is reached at the midnight between them.
     */
    public LocalDate finish(K key) {
        return lastDayBefore(finish[network.place(key)]);
    }

    /** The same by {@link Network#order}. */
    public LocalDate finishByOrder(int order) {
        return lastDayBefore(finish[order]);
    }

    /** The last day that follows from what the activity waits for, whatever its owner says; none if it waits for nothing. */
    public Optional<LocalDate> implied(K key) {
        var bound = implied[network.place(key)];
        return bound == NONE ? Optional.empty() : Optional.of(lastDayBefore(bound));
    }

    /** The same, but none either if nothing was reported of all that it waits for, so that only the start of the network speaks. */
    public Optional<LocalDate> impliedByReports(K key) {
        return impliedByReports[network.place(key)] ? implied(key) : Optional.empty();
    }

    /** Whether anything was reported of the activity or of what it waits for, so that its days are more than the start of the network. */
    public boolean restsOnReports(K key) {
        return founded[network.place(key)];
    }

    /** The same by {@link Network#order}. */
    public boolean restsOnReportsByOrder(int order) {
        return founded[order];
    }

    /** The last day of all. */
    public LocalDate end() {
        return lastDayBefore(endBound());
    }

    int endBound() {
        return Arrays.stream(finish).max().orElseThrow();
    }

    /** What the activity waits for longest, back to one that waits for nothing or whose own report decides; the activity itself is the last. */
    public List<K> drivingPath(K key) {
        return path(key, driving[network.place(key)]);
    }

    /** The same for the implied date, even if the owner's own is later: the activity alone if no link decides it. */
    public List<K> impliedPath(K key) {
        return path(key, implying[network.place(key)]);
    }

    private List<K> path(K key, @Nullable Joint last) {
        var path = new ArrayList<K>();
        path.add(key);
        for (var joint = last; joint != null; joint = driving[joint.from()]) {
            path.add(network.activities.get(joint.from()).key());
        }
        return path.reversed();
    }

    /** The backward pass, with the end of all as the day by which everything must be done. */
    public Floats<K> floats() {
        return Floats.of(this, endBound());
    }

    /** The backward pass, with a day by which everything must be done: if that is too early, floats are negative. */
    public Floats<K> floats(LocalDate by) {
        return Floats.of(this, end(by));
    }

    /**
     * The backward pass with an end for each group of activities, for example a program.
     *
     * @param groups the number of the group of each activity, by {@link Network#order}; numbers begin at 0
     * @param by the day by which everything of a group must be done; null for its own early end
     */
    public Floats<K> floats(int[] groups, IntFunction<@Nullable LocalDate> by) {
        var earlyEnds = new int[Arrays.stream(groups).max().orElseThrow() + 1];
        Arrays.fill(earlyEnds, NONE);
        for (var place = 0; place < groups.length; place++) {
            earlyEnds[groups[place]] = Math.max(earlyEnds[groups[place]], finish[place]);
        }
        var ends = IntStream.range(0, earlyEnds.length)
                .map(group -> by.apply(group) instanceof LocalDate day ? end(day) : earlyEnds[group])
                .toArray();
        return Floats.of(this, groups, ends, earlyEnds);
    }
}
