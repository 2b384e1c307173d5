package centralcommand.query.server.portfolio;

import centralcommand.command.contract.shared.Event;
import io.vavr.Tuple2;
import io.vavr.collection.TreeMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** All that was said on one subject, in the order of {@link Told}, whatever the order in which it became known. */
public record Facts<T extends Event>(TreeMap<Told, Fact<T>> byTold) {

    static <T extends Event> Facts<T> none() {
        return new Facts<>(TreeMap.empty());
    }

    Facts<T> with(Fact<T> fact) {
        return new Facts<>(byTold.put(fact.told(), fact));
    }

    /** Without what was stated later; acts stay. */
    Facts<T> statedBy(LocalDate day) {
        return new Facts<>(byTold.rejectValues(fact -> fact.isStatedAfter(day)));
    }

    boolean isEmpty() {
        return byTold.isEmpty();
    }

    /** Those that stand, earliest first. */
    List<Fact<T>> standing(LongPredicate stands) {
        List<Fact<T>> standing = new ArrayList<>(byTold.size());
        for (Tuple2<Told, Fact<T>> entry : byTold) {
            if (stands.test(entry._1().position())) {
                standing.add(entry._2());
            }
        }
        return Collections.unmodifiableList(standing);
    }

    /** The last of those that stand. */
    Optional<Fact<T>> current(LongPredicate stands) {
        if (byTold.isEmpty()) {
            return Optional.empty();
        }
        Fact<T> last = byTold.last()._2();
        // It nearly always stands; only where it was struck all are looked through.
        return stands.test(last.position())
                ? Optional.of(last)
                : standing(stands).reversed().stream().findFirst();
    }
}
