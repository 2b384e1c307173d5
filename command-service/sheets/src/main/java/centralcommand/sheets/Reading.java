package centralcommand.sheets;

import java.util.List;

/**
 * What a file holds. A row that cannot be taken is named in the problems and is in neither of the lists.
 *
 * @param lines rows that say something, in their order
 * @param silent rows that say nothing
 * @param problems in the order of the rows; one about the file as a whole stands alone
 */
public record Reading(List<Line> lines, int silent, List<Problem> problems) {
    public Reading {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    static Reading refused(String sentence) {
        return new Reading(List.of(), 0, List.of(Problem.file(sentence)));
    }

    /** Whether the file as a whole cannot be taken. */
    public boolean refused() {
        return problems.stream().anyMatch(problem -> problem.row() == 0);
    }
}
