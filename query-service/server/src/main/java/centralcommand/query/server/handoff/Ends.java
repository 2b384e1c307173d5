package centralcommand.query.server.handoff;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Programs and milestones by their ids, as far as the audience sees them, and how they are called. */
final class Ends {
    private final Portfolio portfolio;

    Ends(Sight sight) {
        portfolio = sight.portfolio();
    }

    List<Milestone> milestones(ProgramId id) {
        return portfolio.program(id).map(portfolio::milestones).orElse(List.of());
    }

    @Nullable
    Program program(@Nullable ProgramId id) {
        return id == null ? null : portfolio.program(id).orElse(null);
    }

    @Nullable
    Milestone milestone(@Nullable MilestoneId id) {
        return id == null ? null : portfolio.milestone(id).orElse(null);
    }

    String programName(ProgramId id) {
        return portfolio.program(id).map(Program::name).orElse(id.value());
    }

    /** A milestone by its title, as approved, else as proposed last. */
    String title(ProgramId programId, MilestoneId id) {
        return portfolio
                .milestone(id)
                .map(Milestone::title)
                .or(() -> planned(programId, id))
                .orElse(id.value());
    }

    private Optional<String> planned(ProgramId programId, MilestoneId id) {
        return portfolio.baselines(programId).stream()
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
