package centralcommand.web.board;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.web.table.Filters;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.table.Filters.Order;
import centralcommand.web.time.FactWording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What lists of milestones can be narrowed and ordered by. */
final class BoardFilters {

    static final List<Order> ORDERS = List.of(
            new Order("slip", "descending"),
            new Order("date", "ascending"),
            new Order("agency", "ascending"),
            new Order("heard", "descending"),
            new Order("title", "ascending"));

    private BoardFilters() {}

    static Filters of(HttpServletRequest request, FactWording facts, List<Order> orders) {
        return Filters.of(
                request,
                List.of(
                        Filter.typed("agency", "Agency"),
                        Filter.of("lineOfEffort", "Line of effort", LineOfEffort.values(), facts::name),
                        Filter.of("stage", "Stage", Stage.values(), facts::name),
                        Filter.of("status", "Status", MilestoneStatus.values(), facts::name),
                        Filter.linked("programId", "Program"),
                        Filter.typed("q", "Search")),
                orders);
    }
}
