package centralcommand.query.server.handoff;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Programs and milestones by their ids, as far as the audience sees them, and how they are called. */
final class Ends {
    private final Sight sight;
    private final Map<ProgramId, Program> programs;
    private final Map<MilestoneId, Milestone> milestones;

    Ends(Sight sight) {
        this.sight = sight;
        this.programs =
                sight.portfolio().programs().stream().collect(Collectors.toMap(Program::id, Function.identity()));
        this.milestones = programs.values().stream()
                .flatMap(program -> sight.portfolio().milestones(program).stream())
                .collect(Collectors.toMap(Milestone::id, Function.identity(), (one, other) -> one));
    }

    Map<MilestoneId, Milestone> milestones() {
        return milestones;
    }

    @Nullable
    Program program(@Nullable ProgramId id) {
        return id == null ? null : programs.get(id);
    }

    @Nullable
    Milestone milestone(@Nullable MilestoneId id) {
        return id == null ? null : milestones.get(id);
    }

    String programName(ProgramId id) {
        Program program = programs.get(id);
        return program == null ? id.value() : program.name();
    }

    /** A milestone by its title, as approved, else as proposed last. */
    String title(ProgramId programId, MilestoneId id) {
        Milestone milestone = milestones.get(id);
        return milestone == null ? planned(programId, id).orElse(id.value()) : milestone.title();
    }

    private Optional<String> planned(ProgramId programId, MilestoneId id) {
        return sight.portfolio().baselines(programId).stream()
                .flatMap(baseline -> baseline.proposal().event().milestones().stream())
                .filter(planned -> planned.milestoneId().equals(id))
                .map(planned -> planned.title())
                .reduce((earlier, later) -> later);
    }

    /** “Commissioned” of Heavy separation; the program's name for a whole one; an outside party as it is named. */
    String name(LinkEnd end) {
        ProgramId programId = end.programId();
        MilestoneId milestoneId = end.milestoneId();
        if (programId == null) {
            return end.externalParty() == null ? "" : end.externalParty();
        }
        return milestoneId == null
                ? programName(programId)
                : "“%s” of %s".formatted(title(programId, milestoneId), programName(programId));
    }

    /** "Dec 31, 2028 (year)". */
    static String day(StatedDate date) {
        return Words.day(date.date())
                + (date.precision() == Precision.DAY ? "" : " (" + Words.plain(date.precision()) + ")");
    }
}
