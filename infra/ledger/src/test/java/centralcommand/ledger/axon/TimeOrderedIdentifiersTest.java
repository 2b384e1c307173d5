package centralcommand.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.SteppingClock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {
    private static final int MANY = 20_000;

    private final SteppingClock clock = new SteppingClock();
    private final TimeOrderedIdentifiers identifiers = new TimeOrderedIdentifiers(clock);

    @Test
    void they_are_what_axon_uses() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void they_are_version_7_of_the_millisecond_that_they_were_made_in() {
        clock.set(Instant.parse("2026-03-01T12:00:00.123Z"));

        var identifier = UUID.fromString(identifiers.generateIdentifier());

        assertThat(identifier.version()).isEqualTo(7);
        assertThat(identifier.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(identifier.getMostSignificantBits() >>> 16))
                .isEqualTo("2026-03-01T12:00:00.123Z");
    }

    @Test
    void they_rise_although_there_are_more_than_fit_into_a_millisecond_and_the_clock_goes_back() {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        var before = IntStream.range(0, MANY)
                .mapToObj(n -> identifiers.generateIdentifier())
                .toList();
        clock.set(Instant.parse("2026-03-01T11:00:00Z"));
        var after = identifiers.generateIdentifier();

        assertThat(before).isSorted().doesNotHaveDuplicates();
        assertThat(after).isGreaterThan(before.getLast());
    }

    @Test
    void threads_at_once_get_different_ones_and_so_do_processes() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, MANY).parallel().forEach(n -> seen.add(identifiers.generateIdentifier()));

        assertThat(seen).hasSize(MANY);
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(new TimeOrderedIdentifiers(clock).generateIdentifier().substring(19))
                .isNotEqualTo(
                        new TimeOrderedIdentifiers(clock).generateIdentifier().substring(19));
    }
}
