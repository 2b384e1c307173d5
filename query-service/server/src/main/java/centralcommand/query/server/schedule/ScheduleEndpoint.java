package centralcommand.query.server.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScheduleEndpoint {

    @GetMapping("/api/programs/{id}/schedule")
    ProgramSchedule schedule(Sight sight, @PathVariable ProgramId id) {
        return ProgramScheduleView.of(sight, id);
    }

    @GetMapping("/api/hidden-slips")
    HiddenSlips hiddenSlips(Sight sight, Filter filter) {
        return HiddenSlipsView.of(sight, filter);
    }
}
