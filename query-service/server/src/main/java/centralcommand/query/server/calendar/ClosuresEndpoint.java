package centralcommand.query.server.calendar;

import centralcommand.query.contract.calendar.Closures;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holidays, closures and lapses. */
@RestController
class ClosuresEndpoint {

    @GetMapping("/api/closures")
    Closures closures(Sight sight) {
        return ClosuresView.of(sight);
    }
}
