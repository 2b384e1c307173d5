package centralcommand.query.contract.funding;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.shared.EntryStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of money as its source states it.
 *
 * @param counted whether it is part of its column's total
 * @param leftOutBecause "replaced by …" or "part of …" where it is not, else empty
 * @param status where its entry stands: SUBMITTED is seen by its agency and by auditors only, so they are told
 * @param marking of its entry
 */
public record FundingRow(
        FundingId fundingId,
        ProgramId programId,
        String programName,
        Agency agency,
        Instrument instrument,
        String payer,
        String authority,
        @Nullable Money amount,
        FundingColumn column,
        String sourceWord,
        String columnBasis,
        String note,
        boolean counted,
        String leftOutBecause,
        LocalDate statedOn,
        @Nullable LocalDate effectiveOn,
        long position,
        EntryStatus status,
        Marking marking,
        String figure) {}
