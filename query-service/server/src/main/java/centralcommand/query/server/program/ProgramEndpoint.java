package centralcommand.query.server.program;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.program.Programs;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProgramEndpoint {
    private final Log log;

    ProgramEndpoint(Log log) {
        this.log = log;
    }

    @GetMapping("/api/programs")
    Programs programs(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable ProgramStatus status,
            Page.Request page) {
        return ProgramViews.list(sight, filter, status, page);
    }

    @GetMapping("/api/programs/{id}")
    ProgramPage program(Sight sight, @PathVariable ProgramId id) {
        return ProgramViews.page(sight, log, id);
    }
}
