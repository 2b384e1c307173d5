package centralcommand.standalone.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command API said to a command. */
sealed interface Answer {

    /**
     * It was carried out, now or when it was sent before.
     *
     * @param position of its last event; the head of the ledger if it changed nothing
     */
    record Accepted(String commandId, long position, List<Event> events) implements Answer {
        public Accepted {
            events = events == null ? List.of() : List.copyOf(events);
        }

        /** @param type stored name, e.g. {@code funding-recorded} */
        record Event(long position, String type) {}
    }

    /**
     * It was not carried out.
     *
     * @param sentence for a person
     * @param field of the command, where it is about one
     */
    record Refused(String sentence, @Nullable String field) implements Answer {}
}
