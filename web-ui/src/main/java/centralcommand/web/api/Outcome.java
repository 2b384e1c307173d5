package centralcommand.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * It is recorded.
     *
     * @param commandId the id under which sending it again changes nothing
     * @param position  the position of its last event, or the head if nothing changed: pass it on as {@code minPosition}
     * @param events    what was recorded; empty if the command changed nothing
     */
    record Receipt(String commandId, long position, List<Recorded> events) implements Outcome {
        public Receipt {
            events = events == null ? List.of() : List.copyOf(events);
        }
    }

    /** One recorded event, by its stored name. */
    record Recorded(long position, String type) {}

    /**
     * It was refused, and nothing changed. A form shown again after this needs a new command id.
     *
     * @param status the HTTP status: 400 unreadable, 403 not allowed, 404 unknown, 409 same id with another body, 412 stale,
     *               413 too large, 422 a rule, 429 too often
     * @param code   the stable code of the refusal
     * @param detail a sentence the person can act on
     * @param field  the input it is about, if it is about one
     */
    record Refused(
            int status,
            String code,
            String detail,
            @Nullable String field) implements Outcome {

        /** Whether the record has moved since the form was shown. */
        public boolean stale() {
            return status == 412;
        }
    }

    /**
     * Nobody answered in time, so it is not known whether it is recorded. The form must keep its command id: sent again, the
     * command is carried out once.
     */
    record Unavailable(String sentence) implements Outcome {}
}
