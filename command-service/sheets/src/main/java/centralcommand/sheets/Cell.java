package centralcommand.sheets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell as a file holds it.
 *
 * @param text what it says, without outer blanks and control characters
 * @param day the day it holds, where the file says that it is one
 * @param fault why it cannot be taken at all, such as a formula
 */
record Cell(String text, @Nullable LocalDate day, @Nullable String fault) {
    static final Cell EMPTY = new Cell("", null, null);

    static Cell of(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        return plain.isEmpty() ? EMPTY : new Cell(plain, null, null);
    }

    static Cell of(LocalDate day) {
        return new Cell(day.toString(), day, null);
    }

    static Cell faulty(String fault) {
        return new Cell("", null, fault);
    }

    boolean empty() {
        return text.isEmpty() && fault == null;
    }
}
