package centralcommand.web.program;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.program.Programs;
import centralcommand.web.api.QueryApi;
import centralcommand.web.command.WorkAction;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Programs: the list, and the page of one. */
@Controller
class ProgramPages {
    private static final int ROWS = 100;

    private final QueryApi queries;
    private final FactWording facts;

    ProgramPages(QueryApi queries, FactWording facts) {
        this.queries = queries;
        this.facts = facts;
    }

    @GetMapping("/programs")
    String all(HttpServletRequest request, SignedIn person, PointInTime at, Model model) {
        Filters filters = Filters.of(
                request,
                List.of(
                        Filter.typed("agency", "Agency"),
                        Filter.of("lineOfEffort", "Line of effort", LineOfEffort.values(), facts::name),
                        Filter.of("stage", "Stage", Stage.values(), facts::name),
                        Filter.of("status", "Status", ProgramStatus.values(), facts::name),
                        Filter.typed("q", "Search")),
                List.of());
        Map<String, Object> asked = new HashMap<>(filters.parameters());
        asked.put("limit", ROWS);
        Programs programs = queries.get("/api/programs", asked, Programs.class);
        model.addAttribute("position", programs.standpoint().position());
        model.addAttribute("programs", programs);
        model.addAttribute("filters", AgencyChoices.in(filters, programs.coverage(), facts));
        model.addAttribute("mayPropose", !at.past() && person.agencyStaff());
        return "program/all";
    }

    @GetMapping("/programs/{programId}")
    String one(@PathVariable String programId, SignedIn person, PointInTime at, Model model) {
        ProgramPage page = queries.get("/api/programs/{programId}", Map.of("programId", programId), ProgramPage.class);
        model.addAttribute("position", page.standpoint().position());
        model.addAttribute("page", page);
        model.addAttribute("actions", at.past() ? List.of() : ProgramAction.of(page, person));
        Map<String, List<WorkAction>> actions = at.past() ? Map.of() : ProgramAction.onWork(page, person);
        model.addAttribute("workActions", actions);
        model.addAttribute(
                "working",
                page.milestones().stream()
                        .filter(row -> !row.closed() && (!actions.isEmpty() || row.work() != null))
                        .toList());
        return "program/one";
    }
}
