package centralcommand.web.capacity;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.web.api.QueryApi;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.time.FactWording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the chain can make and made, beside what is asked of it. */
@Controller
class CapacityPages {

    private final QueryApi queries;
    private final FactWording facts;

    CapacityPages(QueryApi queries, FactWording facts) {
        this.queries = queries;
        this.facts = facts;
    }

    @GetMapping("/capacity")
    String capacity(HttpServletRequest request, Model model) {
        Filters filters = Filters.of(
                request,
                List.of(
                        Filter.of("material", "Material", Material.values(), facts::name),
                        Filter.of("stage", "Stage", Stage.values(), facts::name),
                        Filter.matching("year", "Year", "[12]\\d{3}"),
                        Filter.typed("agency", "Agency"),
                        Filter.linked("programId", "Program")),
                List.of());
        Capacity capacity = queries.get("/api/capacity", filters.parameters(), Capacity.class);
        model.addAttribute("capacity", capacity);
        model.addAttribute("coverage", capacity.coverage());
        model.addAttribute("position", capacity.standpoint().position());
        model.addAttribute("filters", AgencyChoices.in(filters, capacity.coverage(), facts));
        model.addAttribute("panels", CapacityPanels.of(capacity.groups(), facts));
        return "capacity/capacity";
    }
}
