package centralcommand.query.contract.board;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/board}: filters {@code agency, lineOfEffort, stage, status, programId, q}; {@code sort} is
 * {@code slip} (default: greatest first), {@code date}, {@code agency}, {@code heard} or {@code title}; {@code after}, {@code limit} (≤ 1000).
 *
 * @param headlines tonnes, time, money, over all that the viewer may see, whatever the filter
 * @param decisions at most five, oldest first
 * @param handoffsAtRisk broken promises and links that something on file speaks against, over all that the viewer may see; its figure is
 *     {@code handoffs-at-risk}
 * @param total rows that match the filter
 * @param next give it as {@code after} for the rows that follow; absent on the last page
 */
public record MilestoneBoard(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        List<Headline> headlines,
        List<Decision> decisions,
        int handoffsAtRisk,
        List<MilestoneRow> rows,
        int total,
        @Nullable String next) {}
