package centralcommand.query.contract.history;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/events}: {@code after} (a position; 0 for the start), {@code limit} (≤ 1000), {@code order} asc (default) or desc, filters
 * {@code programId, milestoneId, actor, type, source, commandId}. {@code GET /api/events/{position}} answers one {@link EventRow}.
 */
public record Events(
        @JsonUnwrapped Standpoint standpoint,
        List<EventRow> rows,
        @Nullable Long next) {}
