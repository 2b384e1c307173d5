package centralcommand.query.contract.history;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/changes?from=…&to=…}: what differs on the board between two points (position, ISO day or instant; {@code to} is now where left out), and the
 * events between that the viewer may see.
 */
public record Changes(
        @JsonUnwrapped Standpoint standpoint,
        long from,
        long to,
        List<Change> rows,
        List<EventRow> events,
        @Nullable Long next) {

    /**
     * One figure that differs.
     *
     * @param figure id for {@code /api/lineage}
     * @param subject what it is about, as a person would name it
     * @param what which of its figures: "expected date", "status", "said (total)" …
     * @param before as text; empty where there was none
     * @param after as text; empty where there is none
     * @param positions of the events that made the difference
     */
    public record Change(
            String figure, String subject, String what, String before, String after, List<Long> positions) {}
}
