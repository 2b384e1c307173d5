package centralcommand.command.contract.shared;

import org.jspecify.annotations.Nullable;

/** Bounds on text that people type: nothing unbounded enters the ledger. */
public final class Text {
    /** Longest name, title or word. */
    public static final int LINE = 200;
    /** Longest sentence, narrative, basis, note or source. */
    public static final int PARAGRAPH = 2_000;

    private Text() {}

    /** Returns the text without outer blanks. @throws IllegalArgumentException if nothing is left, or it is longer than {@code longest} */
    public static String required(String name, String text, int longest) {
        String stripped = optional(name, text, longest);
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: give at least one word.");
        }
        return stripped;
    }

    /** Returns the text without outer blanks, possibly empty. @throws IllegalArgumentException if it is longer than {@code longest} */
    public static String optional(String name, String text, int longest) {
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new IllegalArgumentException(
                    name + " has " + stripped.length() + " characters: shorten it to " + longest + ".");
        }
        return stripped;
    }

    /** Returns the text without outer blanks, absent where it is absent. @throws IllegalArgumentException if it is longer than {@code longest} */
    public static @Nullable String bounded(String name, @Nullable String text, int longest) {
        return text == null ? null : optional(name, text, longest);
    }

    /** Returns the text without outer blanks, absent where it is absent. @throws IllegalArgumentException if it is there and empty, or longer than {@code longest} */
    public static @Nullable String boundedName(String name, @Nullable String text, int longest) {
        return text == null ? null : required(name, text, longest);
    }

    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
