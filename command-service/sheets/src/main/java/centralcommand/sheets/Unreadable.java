package centralcommand.sheets;

import java.io.Serial;

/** A file that cannot be taken at all; its message is a sentence for whoever sent it. */
final class Unreadable extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
