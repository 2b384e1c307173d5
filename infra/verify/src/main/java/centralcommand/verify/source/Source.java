package centralcommand.verify.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger that can be read once from its beginning: its commits by number or as they stand, then its notes. For one thread at a time. */
public interface Source extends AutoCloseable {
    /** The next thing that stands there, or null after the last one. */
    @Nullable
    Entry next() throws UnreadableException;

    /** What is wrong with how it is stored as a whole. Asked once, after the last entry; may take as long as reading all of them. */
    default List<Entry> storage() throws UnreadableException {
        return List.of();
    }

    /** What is read, for people; holds no password. */
    String name();

    /** How much there is to read, for showing progress; 0 where that is not known. */
    long total();

    /** How much of it has been read. May be asked by another thread. */
    long done();

    /** Whether an {@link Entry.End} must come last. */
    boolean hasEnd();

    @Override
    void close();
}
