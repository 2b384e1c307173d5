package centralcommand.schedule.network;

import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Activities and the links between them, laid out for passes over all of them: everything is in arrays, in an order in which each comes after
 * all that it waits for.
 *
 * @param <K> names an activity
 */
public final class Network<K> {
    /** In that order. */
    final List<Activity<K>> activities;

    final Map<K, Integer> places;

    /** Of each activity, the links that lead to it. */
    final Joint[][] in;

    /** Of each activity, the links that lead from it. */
    final Joint[][] out;

    /** A link by the places of its ends. */
    record Joint(int from, int to, LinkType type, int lag) {}

    private Network(List<Activity<K>> activities, Map<K, Integer> places, Joint[][] in, Joint[][] out) {
        this.activities = activities;
        this.places = places;
        this.in = in;
        this.out = out;
    }

    /**
     * Lays out a network.
     *
     * @throws IllegalArgumentException if there is no activity, two have the same key, or a link leads to or from none
     * @throws CycleException if activities wait for each other in a circle
     */
    public static <K> Network<K> of(Collection<Activity<K>> activities, Collection<Link<K>> links) {
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("Give at least one activity: a network of none has no dates.");
        }
        var given = List.copyOf(activities);
        var places = new HashMap<K, Integer>();
        for (var activity : given) {
            if (places.put(activity.key(), places.size()) != null) {
                throw new IllegalArgumentException("There are two activities %s.".formatted(activity.key()));
            }
        }
        var order = order(given, joints(places, links, given.size(), true), joints(places, links, given.size(), false));
        var ordered = Arrays.stream(order).mapToObj(given::get).toList();
        var orderedPlaces = new HashMap<K, Integer>();
        ordered.forEach(activity -> orderedPlaces.put(activity.key(), orderedPlaces.size()));
        return new Network<>(
                ordered,
                Collections.unmodifiableMap(orderedPlaces),
                joints(orderedPlaces, links, given.size(), false),
                joints(orderedPlaces, links, given.size(), true));
    }

    private static <K> Joint[][] joints(
            Map<K, Integer> places, Collection<Link<K>> links, int activities, boolean byOrigin) {
        var lists = new ArrayList<List<Joint>>();
        for (var place = 0; place < activities; place++) {
            lists.add(new ArrayList<>(2));
        }
        for (var link : links) {
            var joint = new Joint(place(places, link.from()), place(places, link.to()), link.type(), link.lag());
            lists.get(byOrigin ? joint.from : joint.to).add(joint);
        }
        return lists.stream().map(list -> list.toArray(Joint[]::new)).toArray(Joint[][]::new);
    }

    private static <K> int place(Map<K, Integer> places, K key) {
        var place = places.get(key);
        if (place == null) {
            throw new IllegalArgumentException("A link names %s, which is no activity here.".formatted(key));
        }
        return place;
    }

    /** Those that wait for nothing first, then those that wait for nothing else, and so on (Kahn 1962). */
    private static <K> int[] order(List<Activity<K>> activities, Joint[][] out, Joint[][] in) {
        var waitsFor = Arrays.stream(in).mapToInt(joints -> joints.length).toArray();
        var free = new ArrayDeque<Integer>();
        for (var place = 0; place < waitsFor.length; place++) {
            if (waitsFor[place] == 0) {
                free.add(place);
            }
        }
        var order = new int[waitsFor.length];
        var count = 0;
        for (var place = free.poll(); place != null; place = free.poll()) {
            order[count++] = place;
            for (var joint : out[place]) {
                if (--waitsFor[joint.to] == 0) {
                    free.add(joint.to);
                }
            }
        }
        if (count < order.length) {
            throw new CycleException(cycle(waitsFor, in).stream()
                    .map(place -> activities.get(place).key())
                    .toList());
        }
        return order;
    }

    /** Whoever still waits, waits for one who still waits: going back from one to the next must come to a place twice. */
    private static List<Integer> cycle(int[] waitsFor, Joint[][] in) {
        var start = 0;
        while (waitsFor[start] == 0) {
            start++;
        }
        var path = new ArrayList<Integer>();
        var seen = new HashMap<Integer, Integer>();
        var place = start;
        while (seen.putIfAbsent(place, path.size()) == null) {
            path.add(place);
            place = Arrays.stream(in[place])
                    .mapToInt(Joint::from)
                    .filter(from -> waitsFor[from] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        return path.subList(seen.get(place), path.size()).reversed();
    }

    public int size() {
        return activities.size();
    }

    /** All of them, each after all that it waits for. */
    public List<Activity<K>> inOrder() {
        return activities;
    }

    /** The links by which an activity waits for others. */
    public List<Link<K>> waitsBy(K key) {
        return Arrays.stream(in[place(key)])
                .map(joint -> new Link<>(
                        activities.get(joint.from).key(),
                        activities.get(joint.to).key(),
                        joint.type(),
                        joint.lag()))
                .toList();
    }

    /**
     * When each activity can be at the earliest.
     *
     * @param start the first day on which anything can be done
     * @param reports what owners say; null of an activity of which nothing was said
     */
    public EarlyDates<K> early(LocalDate start, Function<K, @Nullable Reported> reports) {
        return earlyByOrder(start, place -> reports.apply(activities.get(place).key()), place -> null);
    }

    /**
     * The same, where some also wait for a day.
     *
     * @param reports by {@link #order}
     * @param awaited the last day of waiting, by {@link #order}: begin no earlier than the day after; null for none
     */
    public EarlyDates<K> earlyByOrder(
            LocalDate start, IntFunction<@Nullable Reported> reports, IntFunction<@Nullable LocalDate> awaited) {
        return EarlyDates.of(this, Math.toIntExact(start.toEpochDay()), reports, awaited);
    }

    public boolean has(K key) {
        return places.containsKey(key);
    }

    /** The place of an activity, from 0, in an order in which each comes after all that it waits for. */
    public int order(K key) {
        return place(key);
    }

    /** The same network, except that these wait for nothing. */
    public Network<K> detached(Collection<K> keys) {
        var inward = in.clone();
        var outward = out.clone();
        for (var key : keys) {
            var place = place(key);
            for (var joint : inward[place]) {
                outward[joint.from] = Arrays.stream(outward[joint.from])
                        .filter(other -> other.to != place)
                        .toArray(Joint[]::new);
            }
            inward[place] = new Joint[0];
        }
        return new Network<>(activities, places, inward, outward);
    }

    /** The same network without one link that is like this one; itself if it has none. */
    public Network<K> without(Link<K> link) {
        var gone = new Joint(place(link.from()), place(link.to()), link.type(), link.lag());
        var inward = in.clone();
        var outward = out.clone();
        inward[gone.to] = without(inward[gone.to], gone);
        outward[gone.from] = without(outward[gone.from], gone);
        return new Network<>(activities, places, inward, outward);
    }

    private static Joint[] without(Joint[] joints, Joint gone) {
        var left = new ArrayList<>(List.of(joints));
        left.remove(gone);
        return left.toArray(Joint[]::new);
    }

    WorkCalendar calendar(int place) {
        return activities.get(place).calendar();
    }

    int duration(int place) {
        return activities.get(place).duration();
    }

    int place(K key) {
        return place(places, key);
    }
}
