package centralcommand.query.server.handoff;

import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HandoffEndpoint {

    @GetMapping("/api/handoffs")
    Handoffs handoffs(Sight sight, Filter filter) {
        return HandoffsView.of(sight, filter);
    }

    @GetMapping(path = "/api/handoffs.csv", produces = Csv.TYPE)
    String handoffsAsCsv(Sight sight, Filter filter) {
        return Csv.of(Handoffs.Promise.class, HandoffsView.promises(sight, filter));
    }

    @GetMapping(path = "/api/handoff-links.csv", produces = Csv.TYPE)
    String linksAsCsv(Sight sight, Filter filter) {
        return Csv.of(Handoffs.AtRisk.class, HandoffsView.links(sight, filter));
    }
}
