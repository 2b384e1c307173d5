package centralcommand.standalone.sample;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Milestones: those that were first stated on one day for one program are one baseline. */
final class BaselineRows {
    private static final String BASIS = "The first dates found in public sources; older ones may exist.";

    private record Plan(String programId, @Nullable LocalDate statedOn) {}

    private record Line(Row row, Agency agency, PlannedMilestone milestone, Stated stated) {
        String source() {
            return Objects.requireNonNullElse(stated.source(), "");
        }

        Confidence confidence() {
            return Objects.requireNonNullElse(stated.confidence(), Confidence.HIGH);
        }
    }

    private final Folder folder;
    private final Map<Plan, List<Line>> plans = new LinkedHashMap<>();

    BaselineRows(Folder folder) {
        this.folder = folder;
    }

    /** Keeps the row until its whole baseline is known. */
    List<Step> steps(Row row) throws UnusableCellException {
        ProgramId programId = row.as("program_id", ProgramId::new);
        MilestoneId milestoneId = row.as("milestone_id", MilestoneId::new);
        Agency agency = folder.leadOf(programId.value(), "program_id");
        LocalDate statedOn = folder.statedOn(row, row.day("baseline_stated_on"), programId.value());
        PlannedMilestone milestone = new PlannedMilestone(
                milestoneId,
                row.text("title"),
                row.day("baseline_date"),
                row.optionalCode("precision", Precision.class),
                row.optional("as_stated"),
                null,
                null);
        Line line = new Line(row, agency, milestone, folder.stated(row, statedOn, null));
        folder.milestone(milestoneId.value(), programId.value());
        plans.computeIfAbsent(new Plan(programId.value(), statedOn), plan -> new ArrayList<>())
                .add(line);
        return List.of();
    }

    List<Step> proposals() {
        List<Step> steps = new ArrayList<>();
        plans.forEach((plan, lines) -> {
            List<Step> single = lines.stream()
                    .map(line -> step(plan, List.of(line), List.of()))
                    .toList();
            if (lines.size() > 1
                    && lines.size() <= ScheduleCommand.MOST_LINES
                    && sources(lines).length() <= Text.PARAGRAPH) {
                steps.add(step(plan, lines, single));
            } else {
                steps.addAll(single);
            }
        });
        return steps;
    }

    private static Step step(Plan plan, List<Line> lines, List<Step> single) {
        Stated stated = new Stated(
                plan.statedOn,
                null,
                sources(lines),
                lines.stream().map(Line::confidence).max(Confidence::compareTo).orElseThrow(),
                null,
                Channel.IMPORTED);
        return new Step(
                lines.getFirst().agency,
                plan.programId,
                new ProposeBaseline(
                        new ProgramId(plan.programId),
                        BASIS,
                        lines.stream().map(Line::milestone).toList(),
                        stated),
                Step.dayOf(plan.statedOn),
                lines.stream().map(Line::row).toList(),
                lines.stream().map(line -> line.milestone.milestoneId().value()).collect(Collectors.toSet()),
                Set.of(plan.programId),
                Step.Then.BASELINE_IS_APPROVED,
                single);
    }

    private static String sources(List<Line> lines) {
        return lines.stream().map(Line::source).distinct().collect(Collectors.joining("; "));
    }
}
