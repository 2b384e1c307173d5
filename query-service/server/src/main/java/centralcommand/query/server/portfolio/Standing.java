package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import io.vavr.Tuple2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<MilestoneId, Place> places;
    private final List<Fact<MilestonesLinked>> links;

    /** One program, with the file that it was made of. */
    private record Entry(
            ProgramFile file,
            @Nullable Program program,
            List<Milestone> milestones,
            List<Baseline> baselines,
            List<Rebaseline> rebaselines) {}

    /** @param index among the milestones of the program */
    private record Place(ProgramId programId, int index) {}

    private Standing(Portfolio of, Map<ProgramId, Entry> entries, @Nullable Standing kept) {
        this.of = of;
        this.entries = entries;
        links = kept != null && kept.of.linkFacts() == of.linkFacts() ? kept.links : of.standing(of.linkFacts());
        List<Program> allPrograms = new ArrayList<>(entries.size());
        List<Milestone> allMilestones = new ArrayList<>(kept == null ? 10 : kept.milestones.size());
        entries.values().forEach(entry -> {
            if (entry.program() != null) {
                allPrograms.add(entry.program());
                allMilestones.addAll(entry.milestones());
            }
        });
        programs = Collections.unmodifiableList(allPrograms);
        milestones = Collections.unmodifiableList(allMilestones);
        places = kept != null && kept.hasSameMilestonesAs(entries) ? kept.places : places(entries);
    }

    static Standing of(Portfolio portfolio, @Nullable Standing before) {
        Standing kept = before != null && before.of.clearance().strikesAsMuchAs(portfolio.clearance()) ? before : null;
        Map<ProgramId, Entry> entries =
                LinkedHashMap.newLinkedHashMap(portfolio.programFiles().size());
        for (Tuple2<ProgramId, ProgramFile> file : portfolio.programFiles()) {
            Entry known = kept == null ? null : kept.entries.get(file._1());
            entries.put(
                    file._1(),
                    known != null && known.file() == file._2()
                            ? known
                            : entry(file._1(), file._2(), portfolio.clearance()));
        }
        return new Standing(portfolio, entries, kept);
    }

    private static Map<MilestoneId, Place> places(Map<ProgramId, Entry> entries) {
        Map<MilestoneId, Place> places = HashMap.newHashMap(entries.size() * 8);
        entries.forEach((id, entry) -> {
            for (int index = 0; index < entry.milestones().size(); index++) {
                places.putIfAbsent(entry.milestones().get(index).id(), new Place(id, index));
            }
        });
        return places;
    }

    private boolean hasSameMilestonesAs(Map<ProgramId, Entry> others) {
        return entries.size() == others.size()
                && others.entrySet().stream().allMatch(other -> {
                    Entry own = entries.get(other.getKey());
                    return own == other.getValue()
                            || own != null
                                    && own.milestones().stream()
                                            .map(Milestone::id)
                                            .toList()
                                            .equals(other.getValue().milestones().stream()
                                                    .map(Milestone::id)
                                                    .toList());
                });
    }

    private static Entry entry(ProgramId id, ProgramFile file, Clearance clearance) {
        Optional<Program> known = Program.of(id, file, clearance);
        return new Entry(
                file,
                known.orElse(null),
                known.map(program -> Milestone.of(program, file, clearance)).orElse(List.of()),
                Baseline.of(file, clearance),
                Rebaseline.of(file, clearance));
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
        Place place = places.get(id);
        return place == null ? null : milestones(place.programId()).get(place.index());
    }

    List<Baseline> baselines(ProgramId id) {
        Entry entry = entries.get(id);
        return entry == null ? List.of() : entry.baselines();
    }

    List<Rebaseline> rebaselines(ProgramId id) {
        Entry entry = entries.get(id);
        return entry == null ? List.of() : entry.rebaselines();
    }

    List<Fact<MilestonesLinked>> links() {
        return links;
    }
}
