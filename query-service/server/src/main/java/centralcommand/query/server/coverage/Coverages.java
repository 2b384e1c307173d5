package centralcommand.query.server.coverage;

import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.util.List;

/** How much of the portfolio the figures speak for: over all that the viewer sees, whatever an answer is narrowed to. */
public final class Coverages {
    private Coverages() {}

    public static Coverage of(Sight sight) {
        List<Program> programs = programs(sight);
        List<Digest> open = sight.portfolio().digests().stream()
                .filter(digest -> !digest.closed())
                .toList();
        int without = withoutDate(sight).size();
        int notHeardOf = (int)
                open.stream().filter(digest -> digest.lastHeardOn() == null).count();
        int silent = (int)
                open.stream().filter(digest -> digest.isSilent(sight.today())).count();
        return new Coverage(
                programs.size(),
                without,
                open.size(),
                notHeardOf,
                silent,
                sentence(programs.size(), without, open.size(), notHeardOf, silent),
                sight.portfolio().programs().stream()
                        .map(Program::leadAgency)
                        .distinct()
                        .sorted()
                        .toList(),
                Figures.COVERAGE);
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
