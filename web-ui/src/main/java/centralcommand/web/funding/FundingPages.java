package centralcommand.web.funding;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.funding.Funding.ColumnTotal;
import centralcommand.query.contract.funding.Funding.InstrumentTotal;
import centralcommand.web.api.QueryApi;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.time.FactWording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Money as its sources state it: how far it has come, by which instrument, and what no total counts. */
@Controller
class FundingPages {

    private static final int ROWS = 100;

    private final QueryApi queries;
    private final FactWording facts;

    FundingPages(QueryApi queries, FactWording facts) {
        this.queries = queries;
        this.facts = facts;
    }

    /**
     * One column of money.
     *
     * @param totals one for each currency; none where nothing is on file
     */
    record Column(FundingColumn column, String meaning, List<ColumnTotal> totals) {}

    /** One instrument across the columns, in the order of the columns; each cell holds one total for each currency. */
    record InstrumentLine(Instrument instrument, List<List<InstrumentTotal>> cells) {}

    @GetMapping("/funding")
    String funding(HttpServletRequest request, Model model) {
        Filters filters = Filters.of(
                request,
                List.of(
                        Filter.typed("agency", "Agency"),
                        Filter.of("lineOfEffort", "Line of effort", LineOfEffort.values(), facts::name),
                        Filter.of("stage", "Stage", Stage.values(), facts::name),
                        Filter.of("instrument", "Instrument", Instrument.values(), facts::name),
                        Filter.of("column", "Column", FundingColumn.values(), facts::name),
                        Filter.linked("programId", "Program")),
                List.of());
        Map<String, Object> asked = new HashMap<>(filters.parameters());
        asked.put("limit", ROWS);
        Funding funding = queries.get("/api/funding", asked, Funding.class);
        model.addAttribute("funding", funding);
        model.addAttribute("coverage", funding.coverage());
        model.addAttribute("position", funding.standpoint().position());
        model.addAttribute("filters", AgencyChoices.in(filters, funding.coverage(), facts));
        model.addAttribute("moneyColumns", columns(funding));
        model.addAttribute("instruments", instruments(funding));
        return "funding/funding";
    }

    private static List<Column> columns(Funding funding) {
        return Arrays.stream(FundingColumn.values())
                .map(column -> new Column(
                        column,
                        meaning(column),
                        funding.columns().stream()
                                .filter(total -> total.column() == column)
                                .toList()))
                .toList();
    }

    private static List<InstrumentLine> instruments(Funding funding) {
        return Arrays.stream(Instrument.values())
                .map(instrument -> new InstrumentLine(
                        instrument,
                        Arrays.stream(FundingColumn.values())
                                .map(column -> funding.instruments().stream()
                                        .filter(total -> total.instrument() == instrument && total.column() == column)
                                        .toList())
                                .toList()))
                .filter(line -> line.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    private static String meaning(FundingColumn column) {
        return switch (column) {
            case SAID -> "announced, a letter of interest, an open solicitation";
            case CONDITIONAL -> "promised if conditions are met";
            case BOUND -> "an award, contract, agreement or loan";
            case PAID -> "moved or accrued";
            case AUTHORITY -> "power to spend, not a deal";
            case UNKNOWN -> "the source does not say how far it has come";
        };
    }
}
