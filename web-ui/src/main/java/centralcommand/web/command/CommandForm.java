package centralcommand.web.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed into the form of any command: values by their path in the command's JSON. */
public class CommandForm {
    private Map<String, String> values = new LinkedHashMap<>();
    private Map<String, Integer> lines = new LinkedHashMap<>();
    private @Nullable String commandId;
    private @Nullable Long version;

    public Map<String, String> getValues() {
        return values;
    }

    public void setValues(Map<String, String> values) {
        this.values = values;
    }

    /** How many lines each list shows. */
    public Map<String, Integer> getLines() {
        return lines;
    }

    public void setLines(Map<String, Integer> lines) {
        this.lines = lines;
    }

    public @Nullable String getCommandId() {
        return commandId;
    }

    public void setCommandId(@Nullable String commandId) {
        this.commandId = commandId;
    }

    /** Version of the record that the form was opened from, where it was opened from one. */
    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
