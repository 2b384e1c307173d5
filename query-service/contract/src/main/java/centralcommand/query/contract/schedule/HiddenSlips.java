package centralcommand.query.contract.schedule;

import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/hidden-slips}: milestones whose owner's date is earlier than what they wait for allows, the largest first. An agency sees
 * its own at once; others see one when the owner has answered to that date, or when two business days have passed.
 *
 * @param links that stand
 * @param linksWithoutDate links of which an end has no milestone or no date, so that nothing follows from them
 */
public record HiddenSlips(@JsonUnwrapped Standpoint standpoint, List<Row> rows, int links, int linksWithoutDate) {

    /**
     * One hidden slip.
     *
     * @param onFile the owner's date
     * @param drivenBy the milestone that it waits for longest, as people call it, with its program; or the hand-off
     * @param drivenByOn when that one is expected or was reached, or comes
     * @param links names of the links on the way, the nearest last
     * @param answerBy last day on which the owner can answer before others see it; absent once all see it
     * @param lapsedSince first day of the lapse of the owner's appropriations whose end nobody knows: the clock stands still, and {@code answerBy}
     *     assumes that work begins again tomorrow; absent where none is open, or all see the slip
     * @param shownToOwnerOnly whether only the owner's agency and auditors see it yet
     */
    public record Row(
            MilestoneRow milestone,
            Implied implied,
            LocalDate onFile,
            String drivenBy,
            @Nullable LocalDate drivenByOn,
            List<String> links,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate lapsedSince,
            boolean shownToOwnerOnly,
            @Nullable Answer answer) {

        /** Whether the owner has answered to the date that is implied now. */
        public boolean answered() {
            return answer != null && answer.impliedDate().equals(implied.last());
        }
    }

    /**
     * What the owner said to it last.
     *
     * @param impliedDate the date to which it answers; where that is not the last implied day of the row, the date that is shown has no answer
     */
    public record Answer(
            HiddenSlipAnswer answer,
            LocalDate impliedDate,
            String narrative,
            String by,
            LocalDate statedOn,
            long position) {}
}
