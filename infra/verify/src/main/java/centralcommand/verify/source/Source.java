package centralcommand.verify.source;

import org.jspecify.annotations.Nullable;

/** A ledger that can be read once from its beginning: its commits by number or as they stand, then its notes. For one thread at a time. */
public interface Source extends AutoCloseable {
    /** The next thing that stands there, or null after the last one. */
    @Nullable
    Entry next() throws UnreadableException;

    /** What is read, for people; holds no password. */
    String name();

    /** How much there is to read, in {@link #unit()}; 0 where that is not known. */
    long total();

    /** How much of it has been read. May be asked by another thread. */
    long done();

    /** What {@link #total()} counts. */
    Unit unit();

    /** Whether an {@link Entry.End} must come last. */
    boolean hasEnd();

    @Override
    void close();

    /** What is counted. */
    enum Unit {
        COMMITS,
        BYTES
    }
}
