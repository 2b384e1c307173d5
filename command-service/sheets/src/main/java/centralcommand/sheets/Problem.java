package centralcommand.sheets;

import org.jspecify.annotations.Nullable;

/**
 * What cannot be taken, and what to write instead.
 *
 * @param row its number in the sheet, the header being 1; 0 where it is about the file as a whole, of which nothing is taken then
 * @param column the header of the column, where it is about one
 * @param sentence for a person; begins with what was found
 */
public record Problem(int row, @Nullable String column, String sentence) {

    static Problem file(String sentence) {
        return new Problem(0, null, sentence);
    }

    /** As one line of a list. */
    public String inWords() {
        if (row == 0) {
            return sentence;
        }
        return "Row " + row + (column == null ? ": " : ", " + column + ": ") + sentence;
    }
}
