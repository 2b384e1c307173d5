package centralcommand.query.server.lineage;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.shared.Money;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.funding.FundingView;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Words;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/** Behind amounts of money. */
final class FundingLineage {
    private FundingLineage() {}

    static Lineage line(Working working, String figure, FigureId id) {
        FundingRow row = FundingView.rows(working.sight(), Filter.ALL).stream()
                .filter(each -> each.fundingId().value().equals(id.part(1)))
                .findFirst()
                .orElseThrow();
        String value = row.amount() == null ? "no amount named" : Words.money(row.amount());
        working.add(row.position(), value);
        return working.is(
                figure,
                "“" + row.programName() + "”: " + Words.plain(row.instrument()) + " by " + row.payer(),
                value,
                "As its source states it%s%s."
                        .formatted(
                                row.columnBasis().isEmpty()
                                        ? ""
                                        : "; it stands under “%s” because %s"
                                                .formatted(Words.plain(row.column()), row.columnBasis()),
                                row.counted() ? "" : "; not counted: " + row.leftOutBecause()));
    }

    static Lineage column(Working working, String figure, FigureId id) {
        FundingColumn column = FundingColumn.valueOf(id.part(1));
        return total(
                working,
                figure,
                "Money “" + Words.plain(column) + "”",
                Currency.getInstance(id.part(2)),
                id.filter(),
                row -> row.column() == column);
    }

    static Lineage instrument(Working working, String figure, FigureId id) {
        Instrument instrument = Instrument.valueOf(id.part(1));
        FundingColumn column = FundingColumn.valueOf(id.part(2));
        return total(
                working,
                figure,
                "Money “" + Words.plain(column) + "” as " + Words.plain(instrument),
                Currency.getInstance(id.part(3)),
                id.filter(),
                row -> row.column() == column && row.instrument() == instrument);
    }

    private static Lineage total(
            Working working,
            String figure,
            String title,
            Currency currency,
            Filter filter,
            Predicate<FundingRow> meant) {
        List<FundingRow> rows = FundingView.rows(working.sight(), filter).stream()
                .filter(meant)
                .filter(row -> row.amount() == null || row.amount().currency().equals(currency))
                .toList();
        rows.forEach(row -> working.add(row.position(), contribution(row)));
        List<FundingRow> counted = FundingView.counted(rows, currency);
        Money sum = FundingView.sum(counted, currency);
        long withoutAmount = rows.stream()
                .filter(row -> row.counted() && row.amount() == null)
                .count();
        long leftOut = rows.stream().filter(row -> !row.counted()).count();
        return working.is(
                figure,
                title,
                Words.money(sum),
                "%s = %s.%s%s"
                        .formatted(
                                counted.isEmpty()
                                        ? "Nothing with an amount"
                                        : String.join(
                                                " + ",
                                                counted.stream()
                                                        .map(FundingLineage::amount)
                                                        .toList()),
                                Words.money(sum),
                                withoutAmount == 0
                                        ? ""
                                        : " " + Words.count(withoutAmount, "line names", "lines name") + " no amount.",
                                leftOut == 0
                                        ? ""
                                        : " " + Words.count(leftOut, "line is", "lines are")
                                                + " left out, replaced by or part of another."));
    }

    private static String amount(FundingRow row) {
        return row.amount() == null ? "no amount named" : Words.money(row.amount());
    }

    private static String contribution(FundingRow row) {
        if (!row.counted()) {
            return "left out, " + row.leftOutBecause() + ": " + amount(row);
        }
        return row.amount() == null ? "no amount named" : "+ " + Words.money(row.amount());
    }
}
