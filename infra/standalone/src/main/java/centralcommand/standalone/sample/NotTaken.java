package centralcommand.standalone.sample;

import org.jspecify.annotations.Nullable;

/**
 * Something in the folder that was not taken as it stands, for the person who has to mend it.
 *
 * @param line from 1, as an editor counts; 0 where it is about the file as a whole
 * @param column its name in the header, where it is about one cell
 * @param reason a sentence
 */
record NotTaken(String file, long line, @Nullable String column, String reason) {

    static NotTaken file(String file, String reason) {
        return new NotTaken(file, 0, null, reason);
    }

    static NotTaken row(Row row, @Nullable String column, String reason) {
        return new NotTaken(row.file().fileName(), row.line(), column, reason);
    }

    String sentence() {
        return file + (line == 0 ? "" : ":" + line) + (column == null ? "" : ", " + column) + ": " + reason;
    }
}
