package centralcommand.query.contract.board;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/slippage}: milestones ranked by slip against the original baseline, greatest first, moves within precision last;
 * the same filters and paging as the board.
 *
 * @param causes how the slips divide by cause, those without one first
 */
public record Slippage(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        List<CauseShare> causes,
        List<MilestoneRow> rows,
        int total,
        @Nullable String next) {

    /**
     * Slips under one cause.
     *
     * @param cause name of the cause; "PAUSED_" and the reason where a pause moved the date; "IN_WORDS_ONLY" where it was told but none chosen from the list; "NONE_GIVEN" where nothing was said
     * @param milestones that slipped
     * @param worstDays the largest slip among them
     */
    public record CauseShare(String cause, int milestones, long worstDays) {}
}
