package centralcommand.query.server.funding;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FundingEndpoint {

    @GetMapping("/api/funding")
    Funding funding(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable Instrument instrument,
            @RequestParam(required = false) @Nullable FundingColumn column,
            Page.Request page) {
        return FundingView.of(sight, filter, instrument, column, page);
    }

    @GetMapping(path = "/api/funding.csv", produces = Csv.TYPE)
    String fundingAsCsv(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable Instrument instrument,
            @RequestParam(required = false) @Nullable FundingColumn column) {
        return Csv.of(FundingRow.class, FundingView.rows(sight, filter, instrument, column));
    }
}
