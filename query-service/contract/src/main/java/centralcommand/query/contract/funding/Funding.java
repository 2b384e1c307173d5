package centralcommand.query.contract.funding;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.shared.Money;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/funding}: filters {@code agency, lineOfEffort, stage, programId, instrument, column}; {@code after}, {@code limit}. There is no total
 * across columns, on purpose.
 */
public record Funding(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        List<ColumnTotal> columns,
        List<InstrumentTotal> instruments,
        List<FundingRow> rows,
        int total,
        @Nullable String next) {

    /**
     * One column's total in one currency.
     *
     * @param total zero where no line is counted: then nothing was added, and the sentence says so
     * @param lines counted in the total, with an amount
     * @param withoutAmount counted lines whose source names no amount
     * @param leftOut lines replaced by a newer one, or contained in another that is among those asked for
     * @param sentence the same in words
     * @param figure id for {@code /api/lineage}
     */
    public record ColumnTotal(
            FundingColumn column,
            Money total,
            int lines,
            int withoutAmount,
            int leftOut,
            String sentence,
            String figure) {}

    /** One instrument's total in one column. */
    public record InstrumentTotal(
            Instrument instrument, FundingColumn column, Money total, int lines, int withoutAmount, String figure) {}
}
