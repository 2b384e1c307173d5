package centralcommand.web.sheet;

import centralcommand.sheets.Line;
import org.jspecify.annotations.Nullable;

/**
 * A row beside what is on file.
 *
 * @param title of the milestone, as it is on file; as the sheet has it where it is not open
 * @param before the date on file
 * @param after what the row would make of it
 * @param column that a refusal is about, where it is about one
 * @param sentence why it is refused, stale or not sent; null where it would be recorded
 * @param position at which it was recorded already or just now
 */
record CheckedRow(
        Line line,
        State state,
        String title,
        String before,
        String after,
        @Nullable String column,
        @Nullable String sentence,
        @Nullable Long position) {

    /** What a row is. */
    enum State {
        ADDED("Added"),
        CHANGED("Changed"),
        UNCHANGED("Unchanged"),
        RECORDED("Recorded already"),
        STALE("Moved meanwhile"),
        REFUSED("Refused");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether sending the sheet would record it. */
    boolean good() {
        return sentence == null && state != State.RECORDED;
    }

    CheckedRow recorded(long at) {
        return new CheckedRow(line, state, title, before, after, null, null, at);
    }

    CheckedRow refused(State as, @Nullable String field, String why) {
        return new CheckedRow(line, as, title, before, after, field, why, null);
    }
}
