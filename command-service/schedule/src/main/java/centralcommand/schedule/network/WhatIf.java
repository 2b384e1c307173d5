package centralcommand.schedule.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One report at a time otherwise than it is, and what follows. Each question costs what it moves, not what the network is large, so one of these
 * serves many questions, one after another.
 */
public final class WhatIf<K> {
    private final EarlyDates<K> now;
    private final IntFunction<@Nullable Reported> reports;
    private final IntFunction<@Nullable LocalDate> awaited;

    /** The same as now between two questions. */
    private final EarlyDates<K> tried;

    /**
     * @param reports that the dates rest on, by {@link Network#order}
     * @param awaited days that they rest on, by the same
     */
    public WhatIf(
            EarlyDates<K> now, IntFunction<@Nullable Reported> reports, IntFunction<@Nullable LocalDate> awaited) {
        this.now = now;
        this.reports = reports;
        this.awaited = awaited;
        tried = now.copy();
    }

    /**
     * Those that would finish on another day if one activity were reported so, and when; the one itself among them.
     *
     * @param order of the activity
     * @return by order, so each after what it waits for
     */
    public SortedMap<Integer, LocalDate> finishes(int order, Reported reported) {
        var days = new TreeMap<Integer, LocalDate>();
        var looked = new ArrayList<Integer>();
        var again = new TreeSet<>(List.of(order));
        while (!again.isEmpty()) {
            var place = again.removeFirst();
            looked.add(place);
            tried.pass(place, place == order ? reported : reports.apply(place), awaited.apply(place));
            if (!tried.isSameAt(place, now)) {
                for (var joint : now.network.out[place]) {
                    again.add(joint.to());
                }
            }
            if (!tried.finishByOrder(place).equals(now.finishByOrder(place))) {
                days.put(place, tried.finishByOrder(place));
            }
        }
        looked.forEach(place -> tried.restore(place, now));
        return days;
    }
}
