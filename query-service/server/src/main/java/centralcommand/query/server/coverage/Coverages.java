package centralcommand.query.server.coverage;

import static java.util.Objects.requireNonNull;

import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.portfolio.ByProgram;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** How much of the portfolio the figures speak for: over all that the viewer sees, whatever an answer is narrowed to. */
public final class Coverages {
    private Coverages() {}

    public static Coverage of(Sight sight) {
        List<Program> programs = programs(sight);
        int without = withoutDate(sight).size();
        Portfolio portfolio = sight.portfolio();
        ByProgram<Open> milestones = portfolio
                .derived(
                        Opens.class,
                        before -> new Opens(
                                ByProgram.of(portfolio, before == null ? null : before.milestones(), Open::of)))
                .milestones();
        int open = milestones.values().mapToInt(Open::all).sum();
        int notHeardOf = milestones.values().mapToInt(Open::notHeardOf).sum();
        int silent =
                milestones.values().mapToInt(each -> each.silent(sight.today())).sum();
        return new Coverage(
                programs.size(),
                without,
                open,
                notHeardOf,
                silent,
                sentence(programs.size(), without, open, notHeardOf, silent),
                sight.portfolio().programs().stream()
                        .map(Program::leadAgency)
                        .distinct()
                        .sorted()
                        .toList(),
                Figures.COVERAGE);
    }

    private record Opens(ByProgram<Open> milestones) {}

    /**
     * Milestones of one program that are still to be reached.
     *
     * @param byDate those with a date, the earliest first
     */
    private record Open(int all, int notHeardOf, List<Digest> byDate) {
        static Open of(List<Digest> digests) {
            List<Digest> open =
                    digests.stream().filter(digest -> !digest.closed()).toList();
            return new Open(
                    open.size(),
                    (int) open.stream()
                            .filter(digest -> digest.lastHeardOn() == null)
                            .count(),
                    open.stream()
                            .filter(digest -> digest.onFile() != null)
                            .sorted(Comparator.comparing(Digest::onFile))
                            .toList());
        }

        int silent(LocalDate today) {
            int silent = 0;
            for (Digest digest : byDate) {
                if (!requireNonNull(digest.onFile()).isBefore(today)) {
                    break;
                }
                silent += digest.isSilent(today) ? 1 : 0;
            }
            return silent;
        }
    }

    private static List<Program> programs(Sight sight) {
        return sight.portfolio().programs().stream()
                .filter(program -> program.status() != ProgramStatus.CANCELLED)
                .toList();
    }

    /** Programs, not cancelled, of which no milestone has a date. */
    public static List<Program> withoutDate(Sight sight) {
        return programs(sight).stream()
                .filter(program ->
                        sight.portfolio().digests(program).stream().allMatch(digest -> digest.onFile() == null))
                .toList();
    }

    private static String sentence(int programs, int without, int open, int notHeardOf, int silent) {
        if (programs == 0) {
            return "There is no program yet.";
        }
        return "%d of %s %s no dated milestone; of %s, %d %s never been reported on and %d %s passed %s date without a word."
                .formatted(
                        without,
                        Words.count(programs, "program", "programs"),
                        without == 1 ? "has" : "have",
                        Words.count(open, "open milestone", "open milestones"),
                        notHeardOf,
                        notHeardOf == 1 ? "has" : "have",
                        silent,
                        silent == 1 ? "has" : "have",
                        silent == 1 ? "its" : "their");
    }
}
