package centralcommand.ledger;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Events of one or more streams that are to be recorded together or not at all; or a command alone, which changed nothing and is not to be
 * carried out again.
 *
 * @param command the command that is carried out by this commit; null where no command stands behind it
 * @param expectedHead if present, the commit is recorded only if the last position of the ledger is this one: for rules that look at
 *     more than one stream
 * @param events at least one unless there is a command, at most {@link #MAX_BYTES} together; those of one stream in the order of their sequence
 */
public record Commit(@Nullable CommandKey command, OptionalLong expectedHead, List<NewEvent> events) {

    /** Payloads, metadata and names of one commit together: what every adapter can store in one piece. */
    public static final int MAX_BYTES = 15 * 1024 * 1024;

    public Commit {
        events = List.copyOf(events);
        if (events.isEmpty() && command == null) {
            throw new IllegalArgumentException("A commit without events and without a command has nothing to record.");
        }
        var bytes = bytes(events);
        if (bytes > MAX_BYTES) {
            throw new CommitTooLargeException(bytes, MAX_BYTES);
        }
    }

    /** What it will take up, roughly and never too little. */
    public long bytes() {
        return bytes(events) + (command == null ? 0 : command.bytes());
    }

    private static long bytes(List<NewEvent> events) {
        var bytes = 0L;
        for (var event : events) {
            bytes += event.bytes();
        }
        return bytes;
    }

    /** A commit of these events with no command behind it and whatever the head is. */
    public static Commit of(List<NewEvent> events) {
        return new Commit(null, OptionalLong.empty(), events);
    }

    /** A commit of these events with no command behind it and whatever the head is. */
    public static Commit of(NewEvent... events) {
        return of(List.of(events));
    }

    /** That this command was carried out and changed nothing. */
    public static Commit ofNothing(CommandKey command) {
        return new Commit(command, OptionalLong.empty(), List.of());
    }

    /** The same, carrying out this command. */
    public Commit carryingOut(CommandKey command) {
        return new Commit(command, expectedHead, events);
    }

    /** The same, only if the last position of the ledger is this one. */
    public Commit ifHeadIs(long position) {
        return new Commit(command, OptionalLong.of(position), events);
    }
}
