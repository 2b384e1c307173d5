package centralcommand.query.server.board;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BoardEndpoint {

    @GetMapping("/api/board")
    MilestoneBoard board(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable MilestoneStatus status,
            @RequestParam(required = false) @Nullable String sort,
            Page.Request page) {
        return MilestoneBoardView.of(sight, filter, status, sort, page);
    }

    @GetMapping("/api/slippage")
    Slippage slippage(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable MilestoneStatus status,
            Page.Request page) {
        return SlippageView.of(sight, filter, status, page);
    }

    @GetMapping("/api/pushes")
    Pushes pushes(
            Sight sight,
            @RequestParam MilestoneId milestoneId,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable Precision precision) {
        return PushesView.of(sight, milestoneId, date, precision == null ? Precision.DAY : precision);
    }

    @GetMapping(path = "/api/board.csv", produces = Csv.TYPE)
    String boardAsCsv(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable MilestoneStatus status,
            @RequestParam(required = false) @Nullable String sort) {
        return Csv.of(
                MilestoneRow.class, MilestoneBoardView.rows(sight, filter, status, MilestoneBoardView.order(sort)));
    }

    @GetMapping(path = "/api/slippage.csv", produces = Csv.TYPE)
    String slippageAsCsv(Sight sight, Filter filter, @RequestParam(required = false) @Nullable MilestoneStatus status) {
        return boardAsCsv(sight, filter, status, "slip");
    }
}
