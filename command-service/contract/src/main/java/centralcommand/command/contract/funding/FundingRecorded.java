package centralcommand.command.contract.funding;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Provenance;
import org.jspecify.annotations.Nullable;

/** A source states this money; see {@link RecordFunding} for the fields. */
public record FundingRecorded(
        FundingId fundingId,
        ProgramId programId,
        Instrument instrument,
        String payer,
        String authority,
        @Nullable Money amount,
        FundingColumn column,
        String sourceWord,
        String columnBasis,
        @Nullable FundingId replaces,
        @Nullable FundingId partOf,
        String note,
        Provenance provenance)
        implements Event.Entry {}
