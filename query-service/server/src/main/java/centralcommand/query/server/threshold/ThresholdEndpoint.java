package centralcommand.query.server.threshold;

import centralcommand.query.contract.threshold.Thresholds;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Limits, and who crossed them. */
@RestController
class ThresholdEndpoint {

    @GetMapping("/api/thresholds")
    Thresholds thresholds(Sight sight, Filter filter) {
        return ThresholdsView.of(sight, filter);
    }

    @GetMapping(path = "/api/thresholds.csv", produces = Csv.TYPE)
    String thresholdsAsCsv(Sight sight, Filter filter) {
        return Csv.of(Thresholds.Breach.class, ThresholdsView.of(sight, filter).breaches());
    }
}
