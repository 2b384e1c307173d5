package centralcommand.schedule.risk;

import centralcommand.schedule.calendar.WorkCalendar;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.Link;
import centralcommand.schedule.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Trials over what one activity of a network waits for: in each, all that is uncertain is drawn, one independently of another, and the rest
 * follows from the links. Each is drawn evenly over its whole range ({@link Draws}), so that of one that waits for nothing the percentiles are
 * those of its distribution, whatever the seed. Time is continuous, so that nothing is rounded until the end; it is counted in bounds, as in the network.
 */
public final class Trials<K> {
    /** Draws within one answer: about a second, and 40 MB. */
    static final long MOST_DRAWS = 10_000_000;

    /** With fewer, percentiles say little. */
    static final int FEWEST = 1_000;

    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final List<Activity<K>> activities;
    private final Uncertain[] uncertain;
    private final Wait[][] waits;
    private final double today;

    /** A link by the place of what is waited for. */
    private record Wait(int from, boolean fromStart, boolean toStart, int lag) {}

    private Trials(List<Activity<K>> activities, Uncertain[] uncertain, Wait[][] waits, double today) {
        this.activities = activities;
        this.uncertain = uncertain;
        this.waits = waits;
        this.today = today;
    }

    /**
     * Lays out what the activity waits for, directly or not.
     *
     * @param today the bound before which nothing that is still open ends
     * @param uncertain what is known of each; nothing of one that takes no time of its own
     */
    public static <K> Trials<K> of(
            Network<K> network, K end, double today, Function<K, @Nullable Uncertain> uncertain) {
        Set<K> needed = new HashSet<>(Set.of(end));
        network.inOrder().reversed().stream()
                .filter(activity -> needed.contains(activity.key()))
                .forEach(activity -> network.waitsBy(activity.key()).forEach(link -> needed.add(link.from())));
        var activities = network.inOrder().stream()
                .filter(activity -> needed.contains(activity.key()))
                .toList();
        var places = new HashMap<K, Integer>();
        activities.forEach(activity -> places.put(activity.key(), places.size()));
        var waits = new ArrayList<Wait[]>();
        var known = new ArrayList<Uncertain>();
        for (var activity : activities) {
            waits.add(network.waitsBy(activity.key()).stream()
                    .map(link -> wait(link, places.getOrDefault(link.from(), -1)))
                    .toArray(Wait[]::new));
            var told = uncertain.apply(activity.key());
            known.add(told == null ? new Uncertain.Takes(NONE, probability -> 0) : told);
        }
        return new Trials<>(activities, known.toArray(Uncertain[]::new), waits.toArray(Wait[][]::new), today);
    }

    private static Wait wait(Link<?> link, int from) {
        return switch (link.type()) {
            case FINISH_TO_START -> new Wait(from, false, true, link.lag());
            case START_TO_START -> new Wait(from, true, true, link.lag());
            case FINISH_TO_FINISH -> new Wait(from, false, false, link.lag());
            case START_TO_FINISH -> new Wait(from, true, false, link.lag());
        };
    }

    /** How many activities are drawn in each trial. */
    public int size() {
        return activities.size();
    }

    /**
     * So many trials, or as many as can be made in about a second.
     *
     * @throws TooMuchToTryException if these are too few to say anything
     */
    public int affordable(int asked) {
        var trials = (int) Math.min(asked, MOST_DRAWS / size());
        if (trials < Math.min(asked, FEWEST)) {
            throw new TooMuchToTryException(size() - 1, trials, FEWEST);
        }
        return trials;
    }

    /** The bound at which the activity ends, trial by trial. The same seed gives the same outcomes. */
    public Outcomes run(int trials, long seed) {
        var starts = new double[size()];
        var finishes = new double[size()];
        var affordable = affordable(trials);
        var draws = Draws.of(size(), affordable, seed);
        return Outcomes.of(affordable, trial -> trial(trial, draws, starts, finishes));
    }

    private double trial(int trial, Draws draws, double[] starts, double[] finishes) {
        for (var place = 0; place < starts.length; place++) {
            pass(place, draws.probability(place, trial), starts, finishes);
        }
        return finishes[finishes.length - 1];
    }

    private void pass(int place, double probability, double[] starts, double[] finishes) {
        var calendar = activities.get(place).calendar();
        var startsAt = NONE;
        var endsAt = today;
        for (var wait : waits[place]) {
            var from = wait.fromStart ? starts[wait.from] : finishes[wait.from];
            var bound = wait.lag == 0 ? from : later(calendar, from, wait.lag);
            if (wait.toStart) {
                startsAt = Math.max(startsAt, bound);
            } else {
                endsAt = Math.max(endsAt, bound);
            }
        }
        switch (uncertain[place]) {
            case Uncertain.Ended(var bound) -> {
                starts[place] = bound;
                finishes[place] = bound;
            }
            case Uncertain.Ends(var quantile) -> {
                finishes[place] = Math.max(Math.max(startsAt, endsAt), quantile.applyAsDouble(probability));
                starts[place] = finishes[place];
            }
            case Uncertain.Takes(var from, var quantile) -> {
                var takes = quantile.applyAsDouble(probability);
                var begun = Math.max(startsAt, from);
                var free = begun == NONE ? endsAt : takes == 0 ? begun : later(calendar, begun, takes);
                finishes[place] = Math.max(free, endsAt);
                starts[place] = takes == 0 ? finishes[place] : later(calendar, finishes[place], -takes);
            }
        }
    }

    /** The bound that lies so many working days later, or earlier; within a day it goes on evenly. */
    static double later(WorkCalendar calendar, double bound, double workingDays) {
        var midnight = (int) Math.floor(bound);
        var over = calendar.completed(midnight);
        var worked = calendar.completed(midnight + 1) > over ? bound - midnight : 0;
        var count = over + worked + workingDays;
        var whole = (int) Math.floor(count);
        return count == whole ? calendar.end(whole) : calendar.start(whole) + count - whole;
    }
}
