package centralcommand.web.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param pattern regular expression that the schema sets for the value; null where it sets none
     * @param value as typed, possibly empty
     */
    record Input(
            String path,
            String label,
            String hint,
            boolean required,
            Kind kind,
            List<String> options,
            int longest,
            @Nullable String pattern,
            String value)
            implements FormField {

        /** Its name as a property of the form. */
        public String name() {
            return "values['" + path + "']";
        }

        /** Its label, saying where nothing has to be typed. */
        public String asked() {
            return required ? label : label + " (optional)";
        }

        /** A choice as the form offers it, in words. */
        public Map<String, String> choices() {
            Map<String, String> choices = new LinkedHashMap<>();
            options.forEach(option -> choices.put(option, SchemaForm.words(option)));
            return choices;
        }
    }

    /** Values that belong together. An optional group counts only if something in it is typed. */
    record Group(String path, String label, String hint, boolean required, List<FormField> fields)
            implements FormField {}

    /** A list of groups or of single values; {@code lines} is as long as the form shows it. */
    record Lines(String path, String label, String hint, boolean required, List<FormField> lines)
            implements FormField {}
}
