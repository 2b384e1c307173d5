package centralcommand.web.history;

import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.web.api.QueryApi;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** From a figure to its entries, and from an entry to its person, authority, times and source. */
@Controller
class LineagePages {
    private final QueryApi queries;
    private final JsonMapper json;

    LineagePages(QueryApi queries, JsonMapper json) {
        this.queries = queries;
        this.json = json;
    }

    @GetMapping("/lineage")
    String lineage(@RequestParam String figure, Model model) {
        Lineage lineage = queries.get("/api/lineage", Map.of("figure", figure), Lineage.class);
        model.addAttribute("position", lineage.standpoint().position());
        model.addAttribute("lineage", lineage);
        return "history/lineage";
    }

    @GetMapping("/events/{position}")
    String event(@PathVariable long position, SignedIn person, PointInTime at, Model model) {
        EventRow event = queries.get("/api/events/{position}", Map.of("position", position), EventRow.class);
        model.addAttribute("event", event);
        model.addAttribute("payload", indented(event.payload()));
        boolean own = person.name().equals(event.actor());
        model.addAttribute("mayWithdraw", !at.past() && own && event.status() == EntryStatus.SUBMITTED);
        model.addAttribute("mayCorrect", !at.past() && person.mayCommand() && event.status() == EntryStatus.RELEASED);
        return "history/event";
    }

    /** The stored bytes are shown as they are where they cannot be indented. */
    private String indented(String payload) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(payload));
        } catch (JacksonException asStored) {
            return payload;
        }
    }
}
