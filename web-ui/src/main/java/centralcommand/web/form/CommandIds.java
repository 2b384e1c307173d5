package centralcommand.web.form;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id a form carries in its hidden field {@code commandId}, so that sending it twice records it once. It stays the same while
 * it is not known what became of the command, and is made anew after a refusal.
 */
public final class CommandIds {

    private CommandIds() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The id a form came with (put back after an expired session, say), or a new one where it came with none. */
    public static String of(@Nullable String carried) {
        return carried == null || carried.isBlank() ? fresh() : carried;
    }
}
