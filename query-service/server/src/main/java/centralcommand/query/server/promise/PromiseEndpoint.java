package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.WarningTimes;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PromiseEndpoint {

    @GetMapping("/api/promises")
    Promises promises(Sight sight, @RequestParam MilestoneId milestoneId) {
        return PromisesView.of(sight, milestoneId);
    }

    @GetMapping("/api/warning-times")
    WarningTimes warningTimes(Sight sight) {
        return WarningTimesView.of(sight);
    }

    @GetMapping(path = "/api/warning-times.csv", produces = Csv.TYPE)
    String warningTimesAsCsv(Sight sight) {
        return Csv.of(WarningTimes.Row.class, WarningTimesView.rows(sight));
    }
}
