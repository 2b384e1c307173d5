package centralcommand.standalone.sample;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Money. */
final class FundingRows {
    private FundingRows() {}

    static List<Step> steps(Row row, Folder folder) throws UnusableCellException {
        FundingId fundingId = row.as("line_id", FundingId::new);
        ProgramId programId = row.as("program_id", ProgramId::new);
        Agency agency = folder.leadOf(programId.value(), "program_id");
        BigDecimal amount = row.number("amount_usd");
        LocalDate statedOn = folder.statedOn(row, row.day("date"), programId.value());
        FundingId replaces = row.optionalAs("replaces", FundingId::new);
        RecordFunding command = new RecordFunding(
                fundingId,
                programId,
                row.code("instrument", Instrument.class),
                row.text("agency"),
                row.optional("authority"),
                amount == null ? null : Money.usd(amount.toPlainString()),
                row.code("column", FundingColumn.class),
                row.optional("status"),
                row.optional("column_basis"),
                replaces,
                row.optionalAs("part_of", FundingId::new),
                row.optional("note"),
                folder.stated(row, statedOn, null));
        Set<String> needs = new HashSet<>(Set.of(programId.value()));
        if (replaces != null) {
            needs.add(replaces.value());
        }
        return List.of(new Step(
                agency,
                fundingId.value(),
                command,
                Step.dayOf(statedOn),
                row,
                Set.of(fundingId.value()),
                needs,
                Step.Then.NOTHING));
    }
}
