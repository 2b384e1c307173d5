package centralcommand.web.calendar;

import centralcommand.query.contract.calendar.Closures;
import centralcommand.web.api.QueryApi;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Holidays, closures and lapses; the czar's office declares and ends them from here. */
@Controller
class CalendarPages {

    private final QueryApi queries;

    CalendarPages(QueryApi queries) {
        this.queries = queries;
    }

    @GetMapping("/calendar")
    String calendar(PointInTime at, SignedIn person, Model model) {
        Closures closures = queries.get("/api/closures", Map.of(), Closures.class);
        model.addAttribute("position", closures.standpoint().position());
        model.addAttribute("closures", closures);
        model.addAttribute("mayDeclare", !at.past() && person.czar());
        return "calendar/calendar";
    }
}
