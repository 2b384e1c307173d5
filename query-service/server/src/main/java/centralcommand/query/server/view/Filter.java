package centralcommand.query.server.view;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.portfolio.Program;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is narrowed to; whatever is absent is not narrowed by.
 *
 * @param q words that a name, a title or an id must hold
 */
public record Filter(
        @Nullable Agency agency,
        @Nullable LineOfEffort lineOfEffort,
        @Nullable Stage stage,
        @Nullable ProgramId programId,
        @Nullable String q) {
    public static final Filter ALL = new Filter(null, null, null, null, null);

    /** Whether the program is among those asked for; {@code q} is left to the view. */
    public boolean admits(Program program) {
        return (agency == null || agency.equals(program.leadAgency()))
                && (lineOfEffort == null || lineOfEffort == program.lineOfEffort())
                && (stage == null || stage == program.stage())
                && (programId == null || programId.equals(program.id()));
    }

    /** Whether one of the texts holds the words asked for. */
    public boolean mentions(String... texts) {
        if (q == null || q.isBlank()) {
            return true;
        }
        String words = q.strip().toLowerCase(Locale.ROOT);
        for (String text : texts) {
            if (text.toLowerCase(Locale.ROOT).contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** The part of a figure's id that says what it was narrowed to: empty, or {@code /agency=ENERGY/stage=MAGNET}. */
    String suffix() {
        StringJoiner suffix = new StringJoiner("/", "/", "").setEmptyValue("");
        add(suffix, "agency", agency);
        add(suffix, "lineOfEffort", lineOfEffort);
        add(suffix, "stage", stage);
        add(suffix, "programId", programId);
        return suffix.toString();
    }

    private static void add(StringJoiner suffix, String name, @Nullable Object value) {
        if (value != null) {
            suffix.add(name + "=" + value);
        }
    }
}
