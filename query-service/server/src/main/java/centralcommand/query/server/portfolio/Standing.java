package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import io.vavr.Tuple2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Programs, milestones and links of one portfolio as they stand. Of the one before, everything is kept that was made of the same files, as
 * long as nothing more was withdrawn or struck.
 */
final class Standing {
    private final Portfolio of;
    private final Map<ProgramId, Entry> entries;
    private final List<Program> programs;
    private final List<Milestone> milestones;
    private final Map<MilestoneId, Milestone> byId;
    private final List<Fact<MilestonesLinked>> links;

    /** One program, with the file that it was made of. */
    private record Entry(ProgramFile file, @Nullable Program program, List<Milestone> milestones) {}

    private Standing(Portfolio of, Map<ProgramId, Entry> entries, List<Fact<MilestonesLinked>> links) {
        this.of = of;
        this.entries = entries;
        this.links = links;
        List<Program> allPrograms = new ArrayList<>();
        List<Milestone> allMilestones = new ArrayList<>();
        byId = HashMap.newHashMap(entries.size() * 8);
        for (ProgramId id : of.programFiles().keysIterator()) {
            Entry entry = entries.get(id);
            if (entry != null && entry.program() != null) {
                allPrograms.add(entry.program());
                allMilestones.addAll(entry.milestones());
            }
        }
        allMilestones.forEach(milestone -> byId.putIfAbsent(milestone.id(), milestone));
        programs = Collections.unmodifiableList(allPrograms);
        milestones = Collections.unmodifiableList(allMilestones);
    }

    static Standing of(Portfolio portfolio, @Nullable Standing before) {
        Standing kept = before != null && before.of.clearance().strikesAsMuchAs(portfolio.clearance()) ? before : null;
        Map<ProgramId, Entry> entries =
                HashMap.newHashMap(portfolio.programFiles().size());
        for (Tuple2<ProgramId, ProgramFile> file : portfolio.programFiles()) {
            Entry known = kept == null ? null : kept.entries.get(file._1());
            entries.put(
                    file._1(),
                    known != null && known.file() == file._2()
                            ? known
                            : entry(file._1(), file._2(), portfolio.clearance()));
        }
        return new Standing(
                portfolio,
                entries,
                kept != null && kept.of.linkFacts() == portfolio.linkFacts()
                        ? kept.links
                        : portfolio.standing(portfolio.linkFacts()));
    }

    private static Entry entry(ProgramId id, ProgramFile file, Clearance clearance) {
        return Program.of(id, file, clearance)
                .map(program -> new Entry(file, program, Milestone.of(program, file, clearance)))
                .orElseGet(() -> new Entry(file, null, List.of()));
    }

    List<Program> programs() {
        return programs;
    }

    @Nullable
    Program program(ProgramId id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.program();
    }

    List<Milestone> milestones() {
        return milestones;
    }

    List<Milestone> milestones(ProgramId id) {
        Entry entry = entries.get(id);
        return entry == null ? List.of() : entry.milestones();
    }

    @Nullable
    Milestone milestone(MilestoneId id) {
        return byId.get(id);
    }

    List<Fact<MilestonesLinked>> links() {
        return links;
    }
}
