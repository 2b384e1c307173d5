package centralcommand.web.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a command's form.
 *
 * <p>A path names the part within the command's JSON and is also its name in the form: {@code amount.currency},
 * {@code milestones[0].title}.
 */
sealed interface FormField {
    String path();

    String label();

    String hint();

    boolean required();

    /** How a single value is typed. */
    enum Kind {
        TEXT,
        PARAGRAPH,
        NUMBER,
        DATE,
        MONTH,
        CHOICE,
        YES_NO
    }

    /**
     * A single value.
     *
     * @param options for a choice: the values, in the schema's order
     * @param longest most characters; 0 where the schema sets no bound
     * @param value as typed, possibly empty
     * @param error what is wrong with it, where something is
     */
    record Input(
            String path,
            String label,
            String hint,
            boolean required,
            Kind kind,
            List<String> options,
            int longest,
            String value,
            @Nullable String error)
            implements FormField {}

    /** Values that belong together. An optional group counts only if something in it is typed. */
    record Group(String path, String label, String hint, boolean required, List<FormField> fields)
            implements FormField {}

    /** A list of groups or of single values; {@code lines} is as long as the form shows it. */
    record Lines(String path, String label, String hint, boolean required, List<FormField> lines)
            implements FormField {}
}
