package centralcommand.query.contract.history;

import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * {@code GET /api/lineage?figure=…}: the entries behind a figure, with the working underneath.
 *
 * @param title what the figure is, as a person would name it
 * @param value the figure, as shown
 * @param working how it follows from the entries, in one sentence: "2026-12-31 − 2023-12-31 = 1,096 days"
 */
public record Lineage(
        @JsonUnwrapped Standpoint standpoint,
        String figure,
        String title,
        String value,
        String working,
        List<Contribution> rows) {

    /**
     * One entry's part.
     *
     * @param contributes what it brings to the figure, e.g. "+ USD 400,000,000" or "original baseline 2023-12-31"
     */
    public record Contribution(EventRow entry, String contributes) {}
}
