package centralcommand.query.server.view;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure's id taken apart again; see {@link Figures}.
 *
 * @param parts what it is, and of what
 * @param filter what it is narrowed to
 * @param kind what was appended after a dot; else empty
 */
public record FigureId(List<String> parts, Filter filter, String kind) {

    /** @throws IllegalArgumentException if a filter in it cannot be read */
    public static FigureId parse(String figure) {
        int dot = figure.lastIndexOf('.');
        String kind = dot < 0 ? "" : figure.substring(dot + 1);
        List<String> parts = new ArrayList<>();
        Map<String, String> filters = new HashMap<>();
        for (String part : (dot < 0 ? figure : figure.substring(0, dot)).split("/")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                parts.add(part);
            } else {
                filters.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return new FigureId(List.copyOf(parts), filter(filters), kind);
    }

    private static Filter filter(Map<String, String> filters) {
        String agency = filters.get("agency");
        String lineOfEffort = filters.get("lineOfEffort");
        String stage = filters.get("stage");
        String programId = filters.get("programId");
        return new Filter(
                agency == null ? null : new Agency(agency),
                lineOfEffort == null ? null : LineOfEffort.valueOf(lineOfEffort),
                stage == null ? null : Stage.valueOf(stage),
                programId == null ? null : new ProgramId(programId),
                null);
    }

    public String name() {
        return parts.getFirst();
    }

    /** @throws IllegalArgumentException if the id is shorter */
    public String part(int index) {
        if (index >= parts.size()) {
            throw new IllegalArgumentException("A figure's id is cut short.");
        }
        return parts.get(index);
    }

    /** A year as a part of an id; absent for {@code none}. */
    public @Nullable Integer year(int index) {
        return part(index).equals("none") ? null : Integer.valueOf(part(index));
    }
}
