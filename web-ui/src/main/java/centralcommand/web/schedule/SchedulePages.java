package centralcommand.web.schedule;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.contract.schedule.ProgramSchedule.Row;
import centralcommand.query.contract.schedule.ProgramSchedule.Tie;
import centralcommand.web.api.QueryApi;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import centralcommand.web.time.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The network of one program, drawn and as a table; and where it says something else than the owners of its dates. */
@Controller
class SchedulePages {

    private final QueryApi queries;
    private final Wording wording;

    SchedulePages(QueryApi queries, Wording wording) {
        this.queries = queries;
        this.wording = wording;
    }

    /** What one activity waits for, as people call it. */
    record Waiting(Tie tie, String title, String programName) {}

    @GetMapping("/programs/{programId}/schedule")
    String schedule(@PathVariable String programId, PointInTime at, Model model) {
        ProgramSchedule schedule = queries.get(
                "/api/programs/{programId}/schedule", Map.of("programId", programId), ProgramSchedule.class);
        model.addAttribute("position", schedule.standpoint().position());
        model.addAttribute("schedule", schedule);
        model.addAttribute("chart", new ScheduleDrawing(at, wording).of(schedule));
        model.addAttribute("waitsFor", waitsFor(schedule));
        return "schedule/schedule";
    }

    private static Map<MilestoneId, List<Waiting>> waitsFor(ProgramSchedule schedule) {
        Map<MilestoneId, MilestoneRow> milestones = new HashMap<>();
        Stream.concat(schedule.rows().stream(), schedule.neighbours().stream())
                .map(Row::milestone)
                .forEach(milestone -> milestones.put(milestone.milestoneId(), milestone));
        Map<MilestoneId, List<Waiting>> waiting = new HashMap<>();
        for (Tie tie : schedule.links()) {
            MilestoneRow from = milestones.get(tie.from());
            if (from != null) {
                waiting.computeIfAbsent(tie.to(), to -> new ArrayList<>())
                        .add(new Waiting(tie, from.title(), from.programName()));
            }
        }
        return waiting;
    }

    @GetMapping("/hidden-slips")
    String hiddenSlips(SignedIn person, PointInTime at, Model model) {
        HiddenSlips slips = queries.get("/api/hidden-slips", Map.of(), HiddenSlips.class);
        model.addAttribute("position", slips.standpoint().position());
        model.addAttribute("slips", slips);
        model.addAttribute("mayAnswer", !at.past() && person.agencyStaff());
        model.addAttribute("ownAgency", person.agency());
        return "schedule/hidden";
    }
}
