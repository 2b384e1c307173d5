package centralcommand.query.server.lineage;

import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LineageEndpoint {
    private final Log log;

    LineageEndpoint(Log log) {
        this.log = log;
    }

    @GetMapping("/api/lineage")
    Lineage lineage(Sight sight, @RequestParam String figure) {
        return LineageView.of(sight, log, figure);
    }
}
