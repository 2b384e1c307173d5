package centralcommand.query.server.portfolio;

import centralcommand.command.contract.shared.Event;
import io.vavr.collection.TreeMap;
import java.time.LocalDate;
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
        return byTold.values().filter(fact -> stands.test(fact.position())).asJava();
    }

    /** The last of those that stand. */
    Optional<Fact<T>> current(LongPredicate stands) {
        return byTold.values()
                .reverseIterator()
                .find(fact -> stands.test(fact.position()))
                .toJavaOptional();
    }
}
