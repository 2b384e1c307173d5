package centralcommand.query.server.portfolio;

import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.util.Optional;

/**
 * What one audience sees.
 *
 * @param portfolio the fold of what it sees
 * @param hidden positions that it does not see; all others up to the world's it does
 * @param open subjects that it sees
 * @param deferred what it will see as soon as it sees the subject under which it stands here
 * @param changedAt the position at which something last became visible to it
 */
public record Seen(
        Portfolio portfolio,
        TreeSet<Long> hidden,
        TreeSet<String> open,
        TreeMap<String, TreeMap<Long, Fact<?>>> deferred,
        long changedAt) {

    static final Seen NOTHING = new Seen(Portfolio.EMPTY, TreeSet.empty(), TreeSet.empty(), TreeMap.empty(), 0);

    /** Whether it sees the event at a position that the world has reached. */
    public boolean shows(long position) {
        return !hidden.contains(position);
    }

    Seen hiding(long position) {
        return new Seen(portfolio, hidden.add(position), open, deferred, changedAt);
    }

    /** Shows the fact from position {@code at} on, and with it whatever waited for its subject; or lets it wait for its own. */
    Seen showing(Fact<?> fact, long at) {
        Optional<String> missing = Subjects.needed(fact.event()).stream()
                .filter(subject -> !sees(subject))
                .findFirst();
        if (missing.isPresent()) {
            String subject = missing.get();
            TreeMap<Long, Fact<?>> waiting =
                    deferred.getOrElse(subject, TreeMap.empty()).put(fact.position(), fact);
            return new Seen(portfolio, hidden.add(fact.position()), open, deferred.put(subject, waiting), changedAt);
        }
        Seen seen = new Seen(portfolio.evolve(fact), hidden.remove(fact.position()), open, deferred, at);
        for (String subject : Subjects.opened(fact)) {
            seen = seen.opening(subject, at);
        }
        return seen;
    }

    private boolean sees(String subject) {
        return Subjects.isEntry(subject) ? shows(Subjects.entryPosition(subject)) : open.contains(subject);
    }

    private Seen opening(String subject, long at) {
        Seen seen = new Seen(
                portfolio,
                hidden,
                Subjects.isEntry(subject) ? open : open.add(subject),
                deferred.remove(subject),
                changedAt);
        for (Fact<?> waiting : deferred.getOrElse(subject, TreeMap.empty()).values()) {
            seen = seen.showing(waiting, at);
        }
        return seen;
    }
}
