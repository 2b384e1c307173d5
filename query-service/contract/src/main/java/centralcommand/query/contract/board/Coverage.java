package centralcommand.query.contract.board;

import centralcommand.command.contract.shared.Agency;
import java.util.List;

/**
 * How much of the portfolio the figures speak for.
 *
 * @param programs all that are not cancelled
 * @param withoutDatedMilestone of those, without a milestone that has a date
 * @param milestones all that are open
 * @param notHeardOf of those, never reported on, doubted or confirmed since their baseline
 * @param withoutReport of those, with a date that has passed in silence
 * @param sentence the same in words: "27 of 55 programs have no dated milestone; …"
 * @param agencies that sponsor a program the viewer may see, in the order of their codes: what a page can be narrowed to
 * @param figure id for {@code /api/lineage}
 */
public record Coverage(
        int programs,
        int withoutDatedMilestone,
        int milestones,
        int notHeardOf,
        int withoutReport,
        String sentence,
        List<Agency> agencies,
        String figure) {

    public Coverage {
        agencies = List.copyOf(agencies);
    }
}
