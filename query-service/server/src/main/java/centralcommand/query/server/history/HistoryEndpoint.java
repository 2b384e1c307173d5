package centralcommand.query.server.history;

import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.history.LedgerState;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Seals;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Sights;
import io.vavr.collection.Iterator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryEndpoint {
    private final Log log;
    private final Sights sights;
    private final Seals seals;

    HistoryEndpoint(Log log, Sights sights, Seals seals) {
        this.log = log;
        this.sights = sights;
        this.seals = seals;
    }

    @GetMapping("/api/events")
    Events events(
            Sight sight,
            EventFilter filter,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String order) {
        return EventsView.of(sight, log, filter, after, order, EventsView.most(limit));
    }

    @GetMapping("/api/events/{position}")
    EventRow event(Sight sight, @PathVariable long position) {
        return new EventRows(sight, log)
                .at(position)
                .orElseThrow(() -> BadQuery.unknown(
                        "position", "There is no event at position " + position + " that you may see."));
    }

    @GetMapping("/api/ledger")
    LedgerState ledger(Sight sight) {
        return EventsView.state(sight, sights.live(sight), seals);
    }

    /** Every row that is asked for, or as many as {@code limit} says, written as it is read from the ledger. */
    @GetMapping(path = "/api/events.csv", produces = Csv.TYPE)
    void eventsAsCsv(
            Sight sight,
            EventFilter filter,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String order,
            HttpServletResponse response)
            throws IOException {
        Iterator<EventRow> rows = EventsView.all(sight, log, filter, after, order);
        Iterator<EventRow> asked = limit == null ? rows : rows.take(EventsView.most(limit));
        response.setContentType(Csv.TYPE);
        Csv.write(EventRow.class, asked, response.getWriter());
    }
}
