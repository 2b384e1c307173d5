package centralcommand.ledger;

import java.util.List;
import java.util.Optional;

/**
 * Signed notes about the ledger, kept beside it in the order in which they were made. None is ever changed or removed; none is part of
 * the log, which they speak about.
 *
 * <p>Every method throws {@link LedgerException} if the store cannot be reached or has been closed.
 */
public interface Notes {
    /** Far more than a checkpoint with a hundred cosignatures has. */
    int MAX_LENGTH = 64 * 1024;

    /**
     * What a note speaks of.
     *
     * @param id its place among the notes, from 1
     * @param size of the tree that it is about
     * @param text as it was signed, with its signatures; at most {@link #MAX_LENGTH} characters
     */
    record Note(long id, Kind kind, long size, String text) {}

    /** Kinds of notes. */
    enum Kind {
        /** The root of the tree at a size. */
        CHECKPOINT,
        /** A key that signs from a size on. */
        KEY
    }

    /** Keeps it, durably. */
    Note keep(Kind kind, long size, String text);

    /**
     * Keeps it as the next one after that id, durably: whatever was read since still holds then.
     *
     * @return nothing if another note was kept there meanwhile; this one is not kept then
     */
    Optional<Note> keepAfter(long id, Kind kind, long size, String text);

    /** At most {@code limit} notes with ids after that one, in order. */
    List<Note> after(long id, int limit);

    /** Those of kind {@link Kind#KEY}, in order: few, however many checkpoints there are. */
    List<Note> keys();

    /** How many there are. */
    long count();

    /** The one that was kept last. */
    Optional<Note> latest(Kind kind);
}
