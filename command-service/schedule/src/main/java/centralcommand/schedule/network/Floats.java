package centralcommand.schedule.network;

import centralcommand.schedule.network.Network.Joint;
import java.time.LocalDate;
import java.util.List;

/**
 * The backward pass: when each activity must begin and end at the latest, and how many working days of its own calendar it can slip. GAO
 * Schedule Assessment Guide (GAO-16-89G), best practices 6 and 7. Negative float is shown as it is.
 */
public final class Floats<K> {
    private final EarlyDates<K> early;
    private final Network<K> network;

    /** Bounds, by place. */
    private final int[] lateStart;

    private final int[] lateFinish;
    private final int end;

    private Floats(EarlyDates<K> early, int end) {
        this.early = early;
        this.network = early.network;
        this.end = end;
        lateStart = new int[network.size()];
        lateFinish = new int[network.size()];
    }

    static <K> Floats<K> of(EarlyDates<K> early, int end) {
        var floats = new Floats<>(early, end);
        for (var place = early.network.size() - 1; place >= 0; place--) {
            floats.pass(place);
        }
        return floats;
    }

    private void pass(int place) {
        var latest = latestFinish(place, lateStart, lateFinish);
        var calendar = network.calendar(place);
        var duration = network.duration(place);
        if (duration == 0) {
            lateStart[place] = latest;
            lateFinish[place] = latest;
        } else {
            var completed = calendar.completed(latest);
            lateStart[place] = calendar.start(completed - duration);
            lateFinish[place] = calendar.end(completed);
        }
    }

    /** The latest bound at which the activity may end so that those that wait for it keep these bounds. */
    private int latestFinish(int place, int[] starts, int[] finishes) {
        var latest = end;
        for (var joint : network.out[place]) {
            var bound = latestOrigin(joint, joint.type().isToStart() ? starts[joint.to()] : finishes[joint.to()]);
            latest = Math.min(latest, joint.type().isFromStart() ? finishOfStart(place, bound) : bound);
        }
        return latest;
    }

    /** The latest bound of the link's origin that still allows this bound of its successor. */
    private int latestOrigin(Joint joint, int bound) {
        if (joint.lag() == 0) {
            return bound;
        }
        var calendar = network.calendar(joint.to());
        return calendar.start(calendar.completed(bound) - joint.lag());
    }

    /** Where the activity ends if it begins at the last working day that begins at this bound or before. */
    private int finishOfStart(int place, int bound) {
        var duration = network.duration(place);
        if (duration == 0) {
            return bound;
        }
        var calendar = network.calendar(place);
        return calendar.end(calendar.completed(bound + 1) - 1 + duration);
    }

    /** The last day on which the activity may begin without moving the end. */
    public LocalDate lateStart(K key) {
        return LocalDate.ofEpochDay(lateStart[network.place(key)]);
    }

    /** The last day on which the activity may end without moving the end. */
    public LocalDate lateFinish(K key) {
        return EarlyDates.lastDayBefore(lateFinish[network.place(key)]);
    }

    /** Working days that the activity can slip without moving the end of all. */
    public int total(K key) {
        var place = network.place(key);
        return total(place);
    }

    private int total(int place) {
        return slack(place, lateStart[place], lateFinish[place]);
    }

    private int slack(int place, int latestStart, int latestFinish) {
        var calendar = network.calendar(place);
        return network.duration(place) == 0
                ? calendar.completed(latestFinish) - calendar.completed(early.finish[place])
                : calendar.completed(latestStart) - calendar.completed(early.start[place]);
    }

    /** Working days that the activity can slip without moving any other. */
    public int free(K key) {
        var place = network.place(key);
        var latest = latestFinish(place, early.start, early.finish);
        var calendar = network.calendar(place);
        return calendar.completed(latest) - calendar.completed(early.finish[place]);
    }

    /** Those with the least total float, in an order in which each comes after what it waits for: the longest path, if the end is the early one. */
    public List<K> critical() {
        var least = Integer.MAX_VALUE;
        for (var place = 0; place < network.size(); place++) {
            least = Math.min(least, total(place));
        }
        var critical = least;
        return network.activities.stream()
                .map(Activity::key)
                .filter(key -> total(key) == critical)
                .toList();
    }
}
