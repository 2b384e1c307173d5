package centralcommand.command.contract.funding;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Asks to record money as its source states it. Agencies' ledgers are authoritative: a booked fact is never refused for
 * its content.
 *
 * @param payer the body that gives it, as stated, e.g. "DoD"
 * @param authority act, program or agreement under which it is given
 * @param amount positive; absent where the source names none
 * @param column how far it has come
 * @param sourceWord the source's own word for that, e.g. "COMMITTED"
 * @param columnBasis why it stands in that column
 * @param replaces an older line that this one takes the place of; one line is replaced once, and no circle is allowed
 * @param partOf the line whose total contains this one
 */
public record RecordFunding(
        FundingId fundingId,
        ProgramId programId,
        Instrument instrument,
        @Longest(Text.LINE) String payer,
        @Nullable String authority,
        @Nullable Money amount,
        FundingColumn column,
        @Longest(Text.LINE) @Nullable String sourceWord,
        @Nullable String columnBasis,
        @Nullable FundingId replaces,
        @Nullable FundingId partOf,
        @Nullable String note,
        @JsonUnwrapped Stated stated)
        implements Command {

    public RecordFunding {
        payer = Text.required("payer", payer, Text.LINE);
        authority = Text.bounded("authority", authority, Text.PARAGRAPH);
        sourceWord = Text.bounded("sourceWord", sourceWord, Text.LINE);
        columnBasis = Text.bounded("columnBasis", columnBasis, Text.PARAGRAPH);
        note = Text.bounded("note", note, Text.PARAGRAPH);
        if (amount != null && amount.amount().signum() <= 0) {
            throw new IllegalArgumentException("amount is not positive: leave it out where the source names none.");
        }
    }
}
