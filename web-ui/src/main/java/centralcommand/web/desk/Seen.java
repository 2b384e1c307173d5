package centralcommand.web.desk;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import org.jspecify.annotations.Nullable;

/**
 * What was on file for a milestone when the form was shown. It travels with the form, so that nobody confirms or replaces a date
 * that they have not seen.
 *
 * @param word names the last word on file: the position of its date, and whether that is in doubt
 * @param words the date as it was shown
 */
record Seen(String word, String words) {

    static final Seen NOTHING = new Seen("", "");

    static Seen of(MilestoneRow row) {
        StatedDay onFile = onFile(row);
        String position = onFile == null ? "0" : Long.toString(onFile.position());
        return new Seen(position + (row.inDoubt() ? "-in-doubt" : ""), DateWords.onFile(row));
    }

    /** The date that stands: the latest report of one, otherwise the promise. */
    static @Nullable StatedDay onFile(MilestoneRow row) {
        if (row.forecast() != null) {
            return row.forecast();
        }
        return row.currentBaseline() != null ? row.currentBaseline() : row.originalBaseline();
    }

    static Seen parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? new Seen(text, "") : new Seen(text.substring(0, blank), text.substring(blank + 1));
    }

    public String text() {
        return words.isEmpty() ? word : word + " " + words;
    }

    /** Whether the row still says what was seen, however it is worded. */
    boolean still(MilestoneRow row) {
        return word.equals(of(row).word);
    }
}
