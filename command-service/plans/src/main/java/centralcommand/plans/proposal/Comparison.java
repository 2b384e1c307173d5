package centralcommand.plans.proposal;

import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import centralcommand.plans.file.Plan;
import centralcommand.plans.file.Plan.Activity;
import centralcommand.plans.file.Plan.Told;
import centralcommand.plans.proposal.OnFile.Milestone;
import centralcommand.plans.proposal.OnFile.Period;
import centralcommand.plans.proposal.ProposedImport.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a plan with what is on file for one program. */
public final class Comparison {
    private final Plan plan;
    private final OnFile onFile;
    private final Draft draft;
    private final ImportIds ids;
    private final LocalDate statedOn;
    private final Stated stated;
    private final Map<MilestoneId, Integer> addedBy = new HashMap<>();

    private Comparison(Plan plan, PlanFile file, OnFile onFile) {
        this.plan = plan;
        this.onFile = onFile;
        ids = new ImportIds(onFile.programId());
        LocalDate status = plan.statusDate();
        statedOn = status == null || status.isAfter(onFile.today()) ? onFile.today() : status;
        stated = new Stated(statedOn, null, file.source(), null, null, Channel.IMPORTED);
        draft = new Draft(file, onFile, statedOn);
    }

    public static ProposedImport of(Plan plan, PlanFile file, OnFile onFile) {
        Comparison comparison = new Comparison(plan, file, onFile);
        comparison.remarks();
        comparison.refused();
        comparison.additions();
        comparison.known();
        new LinkComparison(plan, onFile, comparison.ids, comparison.stated, comparison.draft, comparison.addedBy).run();
        comparison.leftOut();
        return comparison.draft.proposal();
    }

    private void remarks() {
        LocalDate status = plan.statusDate();
        if (status == null) {
            draft.remark("The file has no status date: everything is stated as of today, " + statedOn + ".");
        } else if (status.isAfter(onFile.today())) {
            draft.remark("The file's status date " + status + " is in the future: everything is stated as of today, "
                    + statedOn + ".");
        } else {
            draft.remark("Everything is stated as of the file's status date, " + statedOn + ".");
        }
        long without = plan.activities().stream()
                .filter(each -> each.baselineFinish() == null)
                .count();
        if (without > 0) {
            draft.remark(
                    "%,d of %,d activities have no baseline in the file. Set the baseline before you export, or the finish is what would be promised of new ones."
                            .formatted(without, plan.activities().size()));
        }
        if (plan.activities().stream().anyMatch(each -> each.key() instanceof Plan.Key.Number)) {
            draft.remark(
                    "Activities without a GUID are known again by their unique number: keep using copies of the same project.");
        }
    }

    private void refused() {
        plan.refused().forEach(told -> draft.told(Kind.REFUSED, told));
    }

    private void leftOut() {
        plan.leftOut().forEach(told -> draft.told(Kind.LEFT_OUT, told));
        Set<MilestoneId> inFile = new HashSet<>();
        plan.activities().forEach(activity -> inFile.add(ids.milestone(activity.key())));
        plan.refusedKeys().forEach(key -> inFile.add(ids.milestone(key)));
        onFile.milestones().values().stream()
                .filter(each -> ids.imported(each.id()) && !inFile.contains(each.id()))
                .sorted(Comparator.comparing(each -> each.id().value()))
                .forEach(
                        each -> draft.gone(
                                each.title(),
                                "On file as " + each.id()
                                        + ", and no activity of this file has its GUID or unique number. Nothing is done about it."));
    }

    private void additions() {
        List<Activity> added = plan.activities().stream()
                .filter(each -> !onFile.milestones().containsKey(ids.milestone(each.key())))
                .toList();
        for (List<Activity> batch : Batches.of(added, this::planned)) {
            long finishes =
                    batch.stream().filter(each -> each.baselineFinish() == null).count();
            String basis = "Imported from " + draft.file().source() + "; %,d activities".formatted(batch.size())
                    + (finishes == 0
                            ? "."
                            : ", %,d of them without a baseline in the file: their finish is promised."
                                    .formatted(finishes));
            List<PlannedMilestone> milestones =
                    batch.stream().map(this::planned).toList();
            int step = draft.step(
                    "propose-baseline",
                    "propose " + milestones.getFirst().milestoneId(),
                    new ProposeBaseline(onFile.programId(), basis, milestones, stated),
                    Set.of());
            for (Activity activity : batch) {
                addedBy.put(ids.milestone(activity.key()), step);
                add(activity, step);
            }
        }
    }

    private PlannedMilestone planned(Activity activity) {
        return new PlannedMilestone(
                ids.milestone(activity.key()),
                title(activity),
                activity.promised(),
                activity.promised() == null ? null : Precision.DAY,
                null,
                null,
                null);
    }

    private void add(Activity activity, int step) {
        LocalDate promised = activity.promised();
        List<String> notes = new ArrayList<>(activity.notes());
        if (activity.row().name().length() > Text.LINE) {
            notes.add("Its name is shortened to %d characters.".formatted(Text.LINE));
        }
        String promise = promised == null
                ? "without a date: the file has none."
                : activity.baselineFinish() == null
                        ? "for " + promised + ", its finish: it has no baseline in the file."
                        : "for " + promised + ", its baseline finish.";
        draft.step(
                Kind.ADD,
                activity.row(),
                "Would be promised " + promise,
                "Promised " + promise,
                notes,
                later(activity, promised, null),
                step);
    }

    /** What a milestone may only have said of it once its baseline is approved. */
    private static List<String> later(
            Activity activity, @Nullable LocalDate promised, @Nullable Integer durationOnFile) {
        List<String> later = new ArrayList<>();
        if (activity.complete()) {
            later.add(
                    "that it was finished" + (activity.actualFinish() == null ? "" : " on " + activity.actualFinish()));
            return later;
        }
        if (activity.finish() != null && !activity.finish().equals(promised)) {
            later.add("its finish " + activity.finish());
        }
        Integer days = activity.durationDays();
        if (days != null && !days.equals(Objects.requireNonNullElse(durationOnFile, 0))) {
            later.add("its duration of " + Words.workingDays(days));
        }
        return later;
    }

    private void known() {
        for (Activity activity : plan.activities()) {
            Milestone milestone = onFile.milestones().get(ids.milestone(activity.key()));
            if (milestone == null) {
                continue;
            }
            int before = draft.size();
            if (milestone.pendingBaseline() == null) {
                promised(activity, milestone);
                if (activity.complete()) {
                    reached(activity, milestone);
                } else {
                    open(activity, milestone);
                }
            } else {
                pending(activity, milestone);
            }
            boolean asOnFile = draft.size() == before;
            String doubt = asOnFile && milestone.inDoubt() ? " Its date is in doubt on file, and stays so." : "";
            List<String> notes = asOnFile ? activity.notes() : List.of();
            if (!milestone.title().equals(title(activity))) {
                String renamed = "On file it is named \"%s\" (%s), and stays so: a file does not change a name."
                        .formatted(milestone.title(), milestone.id());
                draft.row(Kind.RENAMED, activity.row(), renamed + doubt, notes, List.of());
            } else if (asOnFile) {
                draft.row(Kind.UNCHANGED, activity.row(), "As on file." + doubt, notes, List.of());
            }
        }
    }

    private void pending(Activity activity, Milestone milestone) {
        LocalDate promised = activity.promised();
        boolean same = milestone.promised() == null
                ? promised == null
                : promised != null && milestone.promised().holds(promised);
        if (!same) {
            draft.row(
                    Kind.REFUSED,
                    activity.row(),
                    "Baseline %d, which waits for approval, promises it for %s, and the file says %s. Have it sent back and upload the file again, or keep it."
                            .formatted(
                                    milestone.pendingBaseline(),
                                    milestone.promised() == null ? "no date" : milestone.promised(),
                                    promised == null ? "none" : promised),
                    activity.notes(),
                    List.of());
            return;
        }
        List<String> later = later(activity, promised, milestone.durationDays());
        if (!later.isEmpty()) {
            draft.row(
                    Kind.WAITS,
                    activity.row(),
                    "Waits until baseline %d is approved.".formatted(milestone.pendingBaseline()),
                    activity.notes(),
                    later);
        }
    }

    private static String title(Activity activity) {
        return activity.row().shortName(Text.LINE);
    }

    private void promised(Activity activity, Milestone milestone) {
        LocalDate baseline = activity.baselineFinish();
        if (baseline != null
                && (milestone.promised() == null || !milestone.promised().holds(baseline))) {
            draft.row(
                    Kind.NEEDS_REBASELINE,
                    activity.row(),
                    "The file's baseline is %s, and %s is promised. A promise moves only by request-rebaseline and the czar's office: nothing is done."
                            .formatted(baseline, milestone.promised() == null ? "no date" : milestone.promised()),
                    List.of(),
                    List.of());
        }
    }

    private void reached(Activity activity, Milestone milestone) {
        LocalDate day = activity.actualFinish();
        if (day == null) {
            refuse(activity, "It is complete without an actual finish. Give the day on which it was finished.");
        } else if (milestone.actual() != null) {
            if (!milestone.actual().holds(day)) {
                refuse(
                        activity,
                        "It was reported as reached %s, and the file says %s. If the report is wrong, strike it with correct-entry first."
                                .formatted(milestone.actual(), day));
            }
        } else if (milestone.closed()) {
            refuse(activity, "Nothing more is taken of it: its program was cancelled.");
        } else if (day.isAfter(statedOn)) {
            refuse(
                    activity,
                    "It cannot have been finished on %s when the file speaks of %s. Correct the actual finish or the status date."
                            .formatted(day, statedOn));
        } else {
            int step = draft.step(
                    "report-actual",
                    "actual " + milestone.id(),
                    new ReportActual(
                            onFile.programId(),
                            milestone.id(),
                            day,
                            Precision.DAY,
                            null,
                            null,
                            null,
                            null,
                            draft.file().source(),
                            stated),
                    Set.of());
            draft.step(
                    Kind.CHANGE,
                    activity.row(),
                    "Would be reported as reached on " + day + ".",
                    "Reported as reached on " + day + ".",
                    activity.notes(),
                    List.of(),
                    step);
        }
    }

    private void open(Activity activity, Milestone milestone) {
        if (milestone.closed()) {
            refuse(
                    activity,
                    milestone.actual() == null
                            ? "Nothing more is taken of it: its program was cancelled."
                            : "It was reported as reached %s, and is open in the file. If the report is wrong, strike it with correct-entry first."
                                    .formatted(milestone.actual()));
            return;
        }
        LocalDate finish = activity.finish();
        if (finish != null
                && (milestone.expected() == null || !milestone.expected().holds(finish))) {
            forecast(activity, milestone, finish);
        }
        Integer days = activity.durationDays();
        if (days != null && !days.equals(Objects.requireNonNullElse(milestone.durationDays(), 0))) {
            int step = draft.step(
                    "estimate-duration",
                    "duration " + milestone.id(),
                    new EstimateDuration(
                            onFile.programId(),
                            milestone.id(),
                            days,
                            days,
                            days,
                            "Imported from " + draft.file().source(),
                            stated),
                    Set.of());
            Integer known = milestone.durationDays();
            draft.step(
                    Kind.CHANGE,
                    activity.row(),
                    "Its duration would be %s; on file %s."
                            .formatted(Words.workingDays(days), known == null ? "is none" : "are " + known),
                    "Its duration was estimated at %s; on file %s before."
                            .formatted(Words.workingDays(days), known == null ? "was none" : "were " + known),
                    activity.notes(),
                    List.of(),
                    step);
        }
    }

    private void forecast(Activity activity, Milestone milestone, LocalDate finish) {
        if (finish.isBefore(statedOn)) {
            refuse(
                    activity,
                    "It is not complete, but finishes on %s, before %s, of which the file speaks. Give its actual finish, or move what is left."
                            .formatted(finish, statedOn));
        } else if (milestone.reportedOn() != null && milestone.reportedOn().isAfter(statedOn)) {
            refuse(
                    activity,
                    "Its date on file was stated on %s, after %s, of which the file speaks. Export a later state of the schedule."
                            .formatted(milestone.reportedOn(), statedOn));
        } else {
            int step = draft.step(
                    "report-forecast",
                    "forecast " + milestone.id(),
                    new ReportForecast(
                            onFile.programId(), milestone.id(), finish, Precision.DAY, null, null, null, null, stated),
                    Set.of());
            Period known = milestone.expected();
            draft.step(
                    Kind.CHANGE,
                    activity.row(),
                    "Would be forecast for %s; on file is %s.".formatted(finish, known == null ? "no date" : known),
                    "Forecast for %s; on file was %s before.".formatted(finish, known == null ? "no date" : known),
                    activity.notes(),
                    List.of(),
                    step);
        }
    }

    private void refuse(Activity activity, String sentence) {
        draft.told(Kind.REFUSED, new Told(activity.row(), sentence));
    }
}
