package centralcommand.query.server.changes;

import centralcommand.query.contract.history.Changes;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangesEndpoint {
    private static final int USUAL = 100;

    private final Log log;
    private final Sights sights;

    ChangesEndpoint(Log log, Sights sights) {
        this.log = log;
        this.sights = sights;
    }

    @GetMapping("/api/changes")
    Changes changes(
            Sight sight,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Sight end = to == null || to.isBlank() ? sight : sights.at(sight, "to", to.strip());
        return ChangesView.of(
                sights.at(sight, "from", from.strip()), end, log, after, new Page.Request(null, limit).most(USUAL));
    }
}
