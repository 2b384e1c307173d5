package centralcommand.benchmarks;

import java.util.function.Consumer;

/** One store under test, empty when it is made. */
interface Engine extends AutoCloseable {

    /** Returns when the event is recorded as durably as this store does it. */
    void append(Draft draft);

    /** Reads from the first event to the last, each decoded to its record with its metadata, so many at a time. */
    default void read(Consumer<ForecastReported> reader) {
        throw new UnsupportedOperationException("This store is only written to.");
    }

    /** Ends it and removes what it kept. */
    @Override
    void close();
}
