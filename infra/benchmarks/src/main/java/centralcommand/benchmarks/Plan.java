package centralcommand.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is done.
 *
 * @param postgres the address of an empty database; without one PostgreSQL is left out
 * @param connections to PostgreSQL at most
 * @param batch how many events the readers fetch at a time
 * @param readEvents that every engine but axon-mongo reads
 * @param mongoEvents that axon-mongo reads: on mongo-java-server its time grows with the square of them
 */
record Plan(
        List<Kind> kinds,
        List<Integer> callers,
        int rounds,
        Duration warmUp,
        Duration measured,
        int streams,
        Ids ids,
        boolean virtual,
        @Nullable String postgres,
        int connections,
        int batch,
        int readEvents,
        int mongoEvents,
        long growthEvents,
        long window) {
    private static final int STREAMS = 500;

    static Plan full() {
        return new Plan(
                List.of(Kind.values()),
                List.of(1, 8, 64),
                5,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                STREAMS,
                Ids.PRODUCT,
                false,
                null,
                64,
                500,
                100_000,
                10_000,
                2_000_000,
                50_000);
    }

    static Plan quick() {
        var full = full();
        return new Plan(
                full.kinds,
                full.callers,
                1,
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                STREAMS,
                full.ids,
                false,
                null,
                full.connections,
                full.batch,
                20_000,
                2_000,
                100_000,
                10_000);
    }

    /** Takes {@code --name value} pairs; what they are is said in the command's own help. */
    Plan with(String option, String value) {
        return switch (option) {
            case "--engines" ->
                with(Arrays.stream(value.split(",", -1)).map(Kind::named).toList(), callers, rounds);
            case "--callers" ->
                with(
                        kinds,
                        Arrays.stream(value.split(",", -1))
                                .map(Integer::valueOf)
                                .toList(),
                        rounds);
            case "--rounds" -> with(kinds, callers, Integer.parseInt(value));
            case "--seconds" -> with(Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000)));
            case "--ids" -> with(Ids.valueOf(value.toUpperCase(Locale.ROOT)), virtual);
            case "--threads" -> with(ids, value.equals("virtual"));
            case "--postgres" -> with(value, connections);
            case "--connections" -> with(postgres, Integer.parseInt(value));
            case "--events" -> with(Integer.parseInt(value), growthEvents);
            case "--growth" -> with(readEvents, Long.parseLong(value));
            default -> throw new IllegalArgumentException("There is no option %s.".formatted(option));
        };
    }

    private Plan with(List<Kind> kinds, List<Integer> callers, int rounds) {
        return new Plan(
                kinds,
                callers,
                rounds,
                warmUp,
                measured,
                streams,
                ids,
                virtual,
                postgres,
                connections,
                batch,
                readEvents,
                mongoEvents,
                growthEvents,
                window);
    }

    private Plan with(Duration measured) {
        return new Plan(
                kinds,
                callers,
                rounds,
                warmUp,
                measured,
                streams,
                ids,
                virtual,
                postgres,
                connections,
                batch,
                readEvents,
                mongoEvents,
                growthEvents,
                window);
    }

    private Plan with(Ids ids, boolean virtual) {
        return new Plan(
                kinds,
                callers,
                rounds,
                warmUp,
                measured,
                streams,
                ids,
                virtual,
                postgres,
                connections,
                batch,
                readEvents,
                mongoEvents,
                growthEvents,
                window);
    }

    private Plan with(@Nullable String postgres, int connections) {
        return new Plan(
                kinds,
                callers,
                rounds,
                warmUp,
                measured,
                streams,
                ids,
                virtual,
                postgres,
                connections,
                batch,
                readEvents,
                mongoEvents,
                growthEvents,
                window);
    }

    private Plan with(int readEvents, long growthEvents) {
        return new Plan(
                kinds,
                callers,
                rounds,
                warmUp,
                measured,
                streams,
                ids,
                virtual,
                postgres,
                connections,
                batch,
                readEvents,
                mongoEvents,
                growthEvents,
                window);
    }

    /** The kinds that this run can open, of those asked for. */
    List<Kind> present() {
        var present = new ArrayList<>(kinds);
        if (postgres == null) {
            present.remove(Kind.POSTGRES);
        }
        return present;
    }

    String postgresUrl() {
        if (postgres == null) {
            throw new IllegalStateException("No PostgreSQL was named, so it cannot be measured.");
        }
        return postgres;
    }

    Load load(Engine engine, Drafts drafts, int callers) {
        return new Load(engine, drafts, callers, virtual);
    }

    Drafts drafts() {
        return new Drafts(streams, ids);
    }
}
