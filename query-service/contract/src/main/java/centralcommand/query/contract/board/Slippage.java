package centralcommand.query.contract.board;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/slippage}: milestones ranked by slip against the original baseline, greatest first, moves within precision last;
 * the same filters and paging as the board.
 *
 * @param causes how the slips divide by cause, those without one first: by the cause's name; "IN_WORDS_ONLY" where it was told but none
 *     chosen from the list; "NONE_GIVEN" where nothing was said
 * @param agencies the same by the code of the agency that leads
 * @param stages the same by the name of the stage
 */
public record Slippage(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        List<Share> causes,
        List<Share> agencies,
        List<Share> stages,
        List<MilestoneRow> rows,
        int total,
        @Nullable String next) {

    /**
     * Slips that have one thing in common.
     *
     * @param milestones that slipped
     * @param worstDays the largest slip among them
     */
    public record Share(String name, int milestones, long worstDays) {}
}
