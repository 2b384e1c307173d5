package centralcommand.query.server.funding;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.shared.Money;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.funding.Funding.ColumnTotal;
import centralcommand.query.contract.funding.Funding.InstrumentTotal;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money as its sources state it. A line that a newer one replaces, or that another contains, is shown but not counted. */
public final class FundingView {
    private static final Currency USD = Currency.getInstance("USD");

    private FundingView() {}

    public static Funding of(
            Sight sight,
            Filter filter,
            @Nullable Instrument instrument,
            @Nullable FundingColumn column,
            Page.Request request) {
        List<FundingRow> narrowed = rows(sight, filter);
        Page<FundingRow> page = Page.of(
                of(narrowed, instrument, column),
                request,
                row -> row.fundingId().value());
        return new Funding(
                sight.standpoint(),
                Coverages.of(sight),
                columns(narrowed, filter),
                instruments(narrowed, filter),
                page.rows(),
                page.total(),
                page.next());
    }

    static List<FundingRow> rows(
            Sight sight, Filter filter, @Nullable Instrument instrument, @Nullable FundingColumn column) {
        return of(rows(sight, filter), instrument, column);
    }

    private static List<FundingRow> of(
            List<FundingRow> rows, @Nullable Instrument instrument, @Nullable FundingColumn column) {
        return rows.stream()
                .filter(row -> instrument == null || row.instrument() == instrument)
                .filter(row -> column == null || row.column() == column)
                .toList();
    }

    /**
     * Lines that stand, of programs that the filter admits, by id. A line that a newer one replaces never counts. One that another
     * contains is left out only beside it: where the other is not among the lines asked for, leaving it out would lose its money.
     */
    public static List<FundingRow> rows(Sight sight, Filter filter) {
        List<Asked> asked = sight.portfolio().funding().stream()
                .flatMap(fact -> asked(sight, filter, fact).stream())
                .toList();
        Set<FundingId> inScope =
                asked.stream().map(line -> line.fact.event().fundingId()).collect(Collectors.toSet());
        Containment containment = Containment.of(sight.portfolio().funding());
        return asked.stream()
                .map(line ->
                        row(sight, line.program, line.fact, containment.leftOutBecause(line.fact.event(), inScope)))
                .toList();
    }

    private record Asked(Program program, Fact<FundingRecorded> fact) {}

    private static Optional<Asked> asked(Sight sight, Filter filter, Fact<FundingRecorded> fact) {
        FundingRecorded line = fact.event();
        return sight.portfolio()
                .program(line.programId())
                .filter(filter::admits)
                .filter(program ->
                        filter.mentions(program.name(), line.fundingId().value(), line.payer(), line.note()))
                .map(program -> new Asked(program, fact));
    }

    private static FundingRow row(Sight sight, Program program, Fact<FundingRecorded> fact, String leftOutBecause) {
        FundingRecorded line = fact.event();
        return new FundingRow(
                line.fundingId(),
                line.programId(),
                program.name(),
                program.leadAgency(),
                line.instrument(),
                line.payer(),
                line.authority(),
                line.amount(),
                line.column(),
                line.sourceWord(),
                line.columnBasis(),
                line.note(),
                leftOutBecause.isEmpty(),
                leftOutBecause,
                fact.saidOn(),
                line.provenance().effectiveOn(),
                fact.position(),
                sight.portfolio().clearance().statusOf(fact),
                fact.marking(),
                Figures.fundingLine(line.fundingId()));
    }

    /** Each column's total, in every currency in which it has one; a column without an amount stands in dollars. */
    public static List<ColumnTotal> columns(List<FundingRow> rows, Filter filter) {
        return Arrays.stream(FundingColumn.values())
                .flatMap(column -> {
                    List<FundingRow> ofColumn =
                            rows.stream().filter(row -> row.column() == column).toList();
                    return currencies(ofColumn).stream().map(currency -> column(column, currency, ofColumn, filter));
                })
                .toList();
    }

    private static ColumnTotal column(FundingColumn column, Currency currency, List<FundingRow> rows, Filter filter) {
        List<FundingRow> counted = counted(rows, currency);
        Money total = sum(counted, currency);
        // Lines without an amount have no currency, so they are told once, beside the column's first total.
        boolean first = currencies(rows).getFirst().equals(currency);
        int withoutAmount = first ? withoutAmount(rows) : 0;
        int leftOut = (int) rows.stream()
                .filter(row -> !row.counted() && belongsTo(row, currency, first))
                .count();
        return new ColumnTotal(
                column,
                total,
                counted.size(),
                withoutAmount,
                leftOut,
                sentence(column, total, counted.size(), withoutAmount, leftOut),
                Figures.fundingColumn(column, currency, filter));
    }

    private static boolean belongsTo(FundingRow row, Currency currency, boolean first) {
        Money amount = row.amount();
        return amount == null ? first : amount.currency().equals(currency);
    }

    private static List<InstrumentTotal> instruments(List<FundingRow> rows, Filter filter) {
        return Arrays.stream(Instrument.values())
                .flatMap(instrument -> Arrays.stream(FundingColumn.values()).flatMap(column -> {
                    List<FundingRow> ofBoth = rows.stream()
                            .filter(row -> row.counted() && row.instrument() == instrument && row.column() == column)
                            .toList();
                    return ofBoth.isEmpty()
                            ? Stream.of()
                            : currencies(ofBoth).stream().map(currency -> {
                                boolean first = currencies(ofBoth).getFirst().equals(currency);
                                List<FundingRow> counted = counted(ofBoth, currency);
                                return new InstrumentTotal(
                                        instrument,
                                        column,
                                        sum(counted, currency),
                                        counted.size(),
                                        first ? withoutAmount(ofBoth) : 0,
                                        Figures.fundingInstrument(instrument, column, currency, filter));
                            });
                }))
                .toList();
    }

    /** Rows that are counted in a total of that currency. */
    public static List<FundingRow> counted(List<FundingRow> rows, Currency currency) {
        return rows.stream()
                .filter(FundingRow::counted)
                .filter(row -> row.amount() != null && row.amount().currency().equals(currency))
                .toList();
    }

    public static Money sum(List<FundingRow> counted, Currency currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (FundingRow row : counted) {
            Money amount = row.amount();
            sum = amount == null ? sum : sum.add(amount.amount());
        }
        return new Money(sum, currency);
    }

    private static int withoutAmount(List<FundingRow> rows) {
        return (int) rows.stream()
                .filter(row -> row.counted() && row.amount() == null)
                .count();
    }

    private static List<Currency> currencies(List<FundingRow> rows) {
        Set<Currency> currencies = new LinkedHashSet<>();
        rows.stream()
                .map(FundingRow::amount)
                .filter(amount -> amount != null)
                .map(Money::currency)
                .sorted(Comparator.comparing((Currency currency) -> !currency.equals(USD))
                        .thenComparing(Currency::getCurrencyCode))
                .forEach(currencies::add);
        return currencies.isEmpty() ? List.of(USD) : List.copyOf(currencies);
    }

    private static String sentence(FundingColumn column, Money total, int lines, int withoutAmount, int leftOut) {
        StringBuilder sentence = new StringBuilder(lines == 0 ? "No amount" : Words.money(total))
                .append(' ')
                .append(
                        switch (column) {
                            case SAID -> "said";
                            case CONDITIONAL -> "conditional";
                            case BOUND -> "bound";
                            case PAID -> "paid";
                            case AUTHORITY -> "of authority to spend";
                            case UNKNOWN -> "whose standing the source does not say";
                        });
        if (lines > 0) {
            sentence.append(" in ").append(Words.count(lines, "line", "lines"));
        }
        if (withoutAmount > 0) {
            sentence.append(lines > 0 ? ", and " : "; ")
                    .append(Words.count(withoutAmount, "line", "lines"))
                    .append(" without an amount");
        }
        if (leftOut > 0) {
            sentence.append("; ")
                    .append(Words.count(leftOut, "line", "lines"))
                    .append(" left out as replaced by or part of another");
        }
        return sentence.append('.').toString();
    }
}
