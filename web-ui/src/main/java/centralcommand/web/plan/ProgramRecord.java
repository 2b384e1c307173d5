package centralcommand.web.plan;

import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.plans.proposal.OnFile;
import centralcommand.plans.proposal.OnFile.Milestone;
import centralcommand.plans.proposal.OnFile.Period;
import centralcommand.plans.proposal.OnFile.Tie;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.Baseline;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.schedule.network.LinkType;
import centralcommand.web.api.QueryApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the query service knows of one program, as an import needs it. */
final class ProgramRecord {
    private final QueryApi queries;

    ProgramRecord(QueryApi queries) {
        this.queries = queries;
    }

    ProgramPage page(String programId) {
        return queries.get("/api/programs/{programId}", Map.of("programId", programId), ProgramPage.class);
    }

    OnFile onFile(ProgramPage page) {
        ProgramSchedule schedule = queries.get(
                "/api/programs/{programId}/schedule",
                Map.of("programId", page.program().programId()),
                ProgramSchedule.class);
        Map<MilestoneId, Integer> durations = new HashMap<>();
        schedule.rows().stream()
                .filter(row -> row.durationDays() != null)
                .forEach(row -> durations.put(row.milestone().milestoneId(), row.durationDays()));
        Map<MilestoneId, Milestone> milestones = new HashMap<>();
        for (Baseline baseline : page.baselines()) {
            if (baseline.status().equals("PROPOSED")) {
                baseline.milestones().forEach(each -> milestones.put(each.milestoneId(), pending(each, baseline)));
            }
        }
        page.milestones()
                .forEach(row -> milestones.put(row.milestoneId(), promised(row, durations.get(row.milestoneId()))));
        return new OnFile(
                page.program().programId(),
                page.program().version(),
                page.standpoint().today(),
                milestones,
                ties(page, schedule));
    }

    private static Milestone pending(PlannedMilestone planned, Baseline baseline) {
        var promised = planned.promised();
        return new Milestone(
                planned.milestoneId(),
                planned.title(),
                baseline.baseline(),
                promised == null ? null : new Period(promised.first(), promised.date()),
                null,
                null,
                false,
                null,
                false,
                null);
    }

    private static Milestone promised(MilestoneRow row, @Nullable Integer durationDays) {
        return new Milestone(
                row.milestoneId(),
                row.title(),
                null,
                period(row.currentBaseline()),
                period(row.forecast()),
                row.forecast() == null ? null : row.forecast().statedOn(),
                row.inDoubt(),
                period(row.actual()),
                row.closed(),
                durationDays);
    }

    private static @Nullable Period period(@Nullable StatedDay day) {
        return day == null ? null : new Period(day.first(), day.date());
    }

    /** A link between milestones that wait for approval is known by its entry alone: the network has no place for it yet. */
    private static List<Tie> ties(ProgramPage page, ProgramSchedule schedule) {
        Map<LinkId, Tie> ties = new HashMap<>();
        Stream.concat(page.waitsFor().stream(), page.waitedForBy().stream()).forEach(link -> {
            MilestoneId from = link.from().milestoneId();
            MilestoneId to = link.to().milestoneId();
            if (from != null && to != null) {
                ties.put(link.linkId(), new Tie(link.linkId(), from, to, null, 0));
            }
        });
        schedule.links().forEach(tie -> {
            LinkId linkId = tie.linkId();
            if (linkId != null) {
                ties.put(
                        linkId,
                        new Tie(
                                linkId,
                                tie.from(),
                                tie.to(),
                                LinkType.valueOf(tie.type().name()),
                                tie.lagDays()));
            }
        });
        return List.copyOf(ties.values());
    }
}
