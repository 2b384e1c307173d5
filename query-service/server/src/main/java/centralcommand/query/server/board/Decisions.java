package centralcommand.query.server.board;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Washington;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.portfolio.AgencyName;
import centralcommand.query.server.portfolio.Baseline;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.portfolio.Rebaseline;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What waits for a decision: programs that were put forward, baselines that were proposed, and other dates that were asked for. */
public final class Decisions {
    private static final Comparator<Decision> OLDEST_FIRST =
            Comparator.comparing(Decision::since).thenComparingLong(Decision::position);

    private Decisions() {}

    /** All that the viewer sees waiting, oldest first. */
    public static List<Decision> all(Sight sight) {
        return Stream.of(programs(sight), baselines(sight, (program, baseline) -> true), rebaselines(sight))
                .flatMap(decisions -> decisions)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Baselines that wait and satisfy the condition, oldest first. */
    public static List<Decision> ofBaselines(Sight sight, BiPredicate<Program, Baseline> condition) {
        return baselines(sight, condition).sorted(OLDEST_FIRST).toList();
    }

    private static Stream<Decision> programs(Sight sight) {
        return sight.portfolio().programs().stream()
                .filter(program -> program.status() == ProgramStatus.PROPOSED)
                .map(program -> {
                    LocalDate since = Washington.day(program.proposal().recordedAt());
                    return new Decision(
                            "approve-program",
                            program.id(),
                            null,
                            "%s puts “%s” forward as a program, since %s."
                                    .formatted(who(program.proposal().by()), program.name(), since),
                            since,
                            program.proposal().position());
                });
    }

    private static Stream<Decision> baselines(Sight sight, BiPredicate<Program, Baseline> condition) {
        return sight.portfolio().programs().stream()
                .filter(program -> program.status() != ProgramStatus.CANCELLED)
                .flatMap(program -> sight.portfolio().baselines(program.id()).stream()
                        .filter(Baseline::isPending)
                        .filter(baseline -> condition.test(program, baseline))
                        .map(baseline -> baseline(program, baseline)));
    }

    private static Decision baseline(Program program, Baseline baseline) {
        LocalDate since = Washington.day(baseline.proposal().recordedAt());
        int milestones = baseline.proposal().event().milestones().size();
        return new Decision(
                "approve-baseline",
                program.id(),
                baseline.number(),
                "%s proposed baseline %d of “%s”, with %s, on %s."
                        .formatted(
                                who(baseline.proposal().by()),
                                baseline.number(),
                                program.name(),
                                Words.count(milestones, "milestone", "milestones"),
                                Words.day(since)),
                since,
                baseline.proposal().position());
    }

    private static Stream<Decision> rebaselines(Sight sight) {
        return sight.portfolio().programs().stream()
                .filter(program -> program.status() != ProgramStatus.CANCELLED)
                .flatMap(program -> sight.portfolio().rebaselines(program.id()).stream()
                        .filter(Rebaseline::isPending)
                        .map(rebaseline -> rebaseline(program, rebaseline)));
    }

    private static Decision rebaseline(Program program, Rebaseline rebaseline) {
        LocalDate since = Washington.day(rebaseline.request().recordedAt());
        int milestones = rebaseline.request().event().dates().size();
        return new Decision(
                "approve-rebaseline",
                program.id(),
                rebaseline.number(),
                "%s asked for other dates of %s of “%s” (baseline %d), on %s."
                        .formatted(
                                who(rebaseline.request().by()),
                                Words.count(milestones, "milestone", "milestones"),
                                program.name(),
                                rebaseline.number(),
                                Words.day(since)),
                since,
                rebaseline.request().position());
    }

    private static String who(Authorship by) {
        return by.agency() == null ? by.actor() : by.actor() + " (" + AgencyName.of(by.agency()) + ")";
    }
}
