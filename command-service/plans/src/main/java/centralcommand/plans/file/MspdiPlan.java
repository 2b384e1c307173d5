package centralcommand.plans.file;

import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.plans.file.Plan.Activity;
import centralcommand.plans.file.Plan.Key;
import centralcommand.plans.file.Plan.Link;
import centralcommand.plans.file.Plan.Row;
import centralcommand.plans.file.Plan.Told;
import centralcommand.plans.file.Scan.RawLink;
import centralcommand.schedule.network.LinkType;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIReader;

/** Reads Microsoft Project XML by MPXJ; the only place that knows it. */
final class MspdiPlan {
    private final ProjectFile project;
    private final Scan scan;
    private final Map<Integer, Activity> activities = new HashMap<>();
    private final List<Activity> inOrder = new ArrayList<>();
    private final List<Told> leftOut = new ArrayList<>();
    private final List<Told> refused;
    private final Set<Key> refusedKeys;
    private final Set<Row> refusedRows = new HashSet<>();
    private final List<Link> links = new ArrayList<>();

    private MspdiPlan(ProjectFile project, Scan scan) {
        this.project = project;
        this.scan = scan;
        refused = new ArrayList<>(scan.refused());
        refusedKeys = new HashSet<>(scan.refusedKeys());
    }

    static Plan of(byte[] xml, Scan scan, Deadline deadline) throws UnreadableFile {
        MSPDIReader reader = new MSPDIReader();
        try (var in = deadline.guarding(new ByteArrayInputStream(xml))) {
            return new MspdiPlan(reader.read(in), scan).plan();
        } catch (MPXJException | java.io.IOException | RuntimeException unreadable) {
            // A library for thirty years of files says in many ways that it cannot read one.
            deadline.check();
            throw new UnreadableFile(
                    "The file says it is a Microsoft Project schedule, but it cannot be read as one: "
                            + "a value has the wrong form. Export the schedule again.",
                    unreadable);
        }
    }

    private Plan plan() {
        for (Task task : project.getTasks()) {
            Row row = row(task);
            String reason = reasonToLeaveOut(task);
            if (reason != null) {
                leftOut.add(new Told(row, reason));
            } else if (!row.name().isEmpty()) {
                add(task, row);
            }
        }
        refused.forEach(told -> refusedRows.add(told.row()));
        addLinks();
        LocalDateTime status = project.getProjectProperties().getStatusDate();
        return new Plan(
                Objects.requireNonNullElse(project.getProjectProperties().getProjectTitle(), ""),
                status == null ? null : status.toLocalDate(),
                inOrder,
                links,
                leftOut,
                refused,
                refusedKeys);
    }

    private Row row(Task task) {
        Row known = scan.rows().get(task.getUniqueID());
        return known == null ? new Row(task.getID(), Objects.requireNonNullElse(task.getName(), "")) : known;
    }

    private @Nullable String reasonToLeaveOut(Task task) {
        if (task.getNull()) {
            return "An empty row.";
        }
        if (task.getSummary() || task.hasChildTasks() || scan.summaries().contains(task.getUniqueID())) {
            return "A summary: its dates follow from the rows below it.";
        }
        if (!task.getActive()) {
            return "An inactive row: it is not part of the plan.";
        }
        return task.getExternalTask() ? "A row of another file, shown here." : null;
    }

    private void add(Task task, Row row) {
        List<String> notes = new ArrayList<>();
        Duration duration = task.getDuration();
        Integer days = duration == null ? null : durationDays(duration, notes);
        if (days != null && days > ScheduleCommand.MOST_LAG) {
            refused.add(new Told(
                    row,
                    "Its duration is %,d working days: correct it to %,d at most."
                            .formatted(days, ScheduleCommand.MOST_LAG)));
            refusedKeys.add(key(task));
            return;
        }
        ConstraintType constraint = task.getConstraintType();
        if (constraint != null && constraint != ConstraintType.AS_SOON_AS_POSSIBLE) {
            LocalDate on = day(task.getConstraintDate());
            notes.add("Its constraint \"" + words(constraint) + (on == null ? "" : " " + on) + "\" is not taken over.");
        }
        Number percent = task.getPercentageComplete();
        Activity activity = new Activity(
                key(task),
                row,
                Objects.requireNonNullElse(task.getWBS(), Objects.requireNonNullElse(task.getOutlineNumber(), "")),
                task.getMilestone(),
                days,
                day(task.getBaselineFinish()),
                day(task.getStart()),
                day(task.getFinish()),
                day(task.getActualFinish()),
                percent == null ? 0 : percent.intValue(),
                notes);
        activities.put(task.getUniqueID(), activity);
        inOrder.add(activity);
    }

    private static Key key(Task task) {
        return task.getGUID() == null
                ? new Key.Number(task.getUniqueID())
                : new Key.Guid(task.getGUID().toString());
    }

    private @Nullable Integer durationDays(Duration duration, List<String> notes) {
        if (duration.getUnits().isElapsed()) {
            notes.add("Its duration is told in elapsed time, not in working days, and is not taken over.");
            return null;
        }
        return workingDays(duration, "Its duration", notes);
    }

    /** Part of a day counts as a day, away from zero. */
    private int workingDays(Duration duration, String what, List<String> notes) {
        BigDecimal exact = BigDecimal.valueOf(duration.convertUnits(TimeUnit.DAYS, project.getProjectProperties())
                        .getDuration())
                .setScale(3, RoundingMode.HALF_UP);
        BigDecimal whole = exact.setScale(0, RoundingMode.UP);
        if (exact.compareTo(whole) != 0) {
            notes.add("%s of %s working days counts as %s."
                    .formatted(what, exact.stripTrailingZeros().toPlainString(), whole.toPlainString()));
        }
        return whole.intValue();
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.toLocalDate();
    }

    private static String words(ConstraintType constraint) {
        return constraint.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** What the file has and the library does not give back is told, and never lost. */
    private void addLinks() {
        Map<List<Integer>, Relation> relations = new HashMap<>();
        for (Task task : project.getTasks()) {
            for (Relation relation : task.getPredecessors()) {
                relations.put(List.of(relation.getPredecessorTask().getUniqueID(), task.getUniqueID()), relation);
            }
        }
        Set<List<Integer>> seen = new HashSet<>();
        for (RawLink raw : scan.links()) {
            List<Integer> ends = List.of(raw.from(), raw.toNumber());
            Relation relation = relations.get(ends);
            String problem = raw.problem();
            problem = problem == null ? problemOfEnds(raw) : problem;
            if (problem == null && !seen.add(ends)) {
                problem = "It waits for %s twice. Keep one of the two links.".formatted(name(raw.from()));
            }
            if (problem == null && relation == null) {
                problem = "Its link from %s cannot be read.".formatted(name(raw.from()));
            }
            if (problem != null || relation == null) {
                refused.add(new Told(raw.to(), String.valueOf(problem)));
            } else {
                add(relation, raw);
            }
        }
    }

    private @Nullable String problemOfEnds(RawLink raw) {
        if (raw.from() == raw.toNumber()) {
            return "It waits for itself. Take the link away.";
        }
        if (isRefused(raw.to()) || isRefused(scan.rows().get(raw.from()))) {
            return "Its link from %s is not taken while one of the two rows is refused.".formatted(name(raw.from()));
        }
        if (!activities.containsKey(raw.from())) {
            return "Its link from %s is not taken: that is no activity here.".formatted(name(raw.from()));
        }
        return activities.containsKey(raw.toNumber())
                ? null
                : "Its link from %s is not taken: only activities are linked.".formatted(name(raw.from()));
    }

    private boolean isRefused(@Nullable Row row) {
        return refusedRows.contains(row);
    }

    private String name(int number) {
        Row row = scan.rows().get(number);
        return row == null ? "number " + number + ", which is not in the file," : row.toString();
    }

    private void add(Relation relation, RawLink raw) {
        Duration lag = relation.getLag();
        TimeUnit units = lag.getUnits();
        boolean none = lag.getDuration() == 0;
        Activity from = Objects.requireNonNull(activities.get(raw.from()));
        Activity to = Objects.requireNonNull(activities.get(raw.toNumber()));
        if (!none && (units.isElapsed() || units == TimeUnit.PERCENT)) {
            refused.add(new Told(
                    raw.to(),
                    "Its link from %s has a lag in %s, and only working days can be kept. Give the lag in days."
                            .formatted(
                                    from.row(),
                                    units == TimeUnit.PERCENT || units == TimeUnit.ELAPSED_PERCENT
                                            ? "percent"
                                            : "elapsed time")));
            return;
        }
        List<String> notes = new ArrayList<>();
        int days = none ? 0 : workingDays(lag, "The lag", notes);
        if (Math.abs((long) days) > ScheduleCommand.MOST_LAG) {
            refused.add(new Told(
                    raw.to(),
                    "Its link from %s has a lag of %,d working days: correct it to %,d at most, either way."
                            .formatted(from.row(), days, ScheduleCommand.MOST_LAG)));
            return;
        }
        links.add(new Link(from.key(), to.key(), from.row(), to.row(), type(relation.getType()), days, notes));
    }

    private static LinkType type(RelationType type) {
        return switch (type) {
            case FINISH_START -> LinkType.FINISH_TO_START;
            case START_START -> LinkType.START_TO_START;
            case FINISH_FINISH -> LinkType.FINISH_TO_FINISH;
            case START_FINISH -> LinkType.START_TO_FINISH;
        };
    }
}
