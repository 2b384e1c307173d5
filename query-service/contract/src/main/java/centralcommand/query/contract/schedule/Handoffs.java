package centralcommand.query.contract.schedule;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/handoffs}: promises between programs, and links on which nobody promised anything; those that break first.
 *
 * @param promises hand-offs that were asked for
 * @param links links between programs, those at risk first
 */
public record Handoffs(
        @JsonUnwrapped Standpoint standpoint, Coverage coverage, List<Promise> promises, List<AtRisk> links) {

    /** Where a hand-off is in its life. */
    public enum State {
        REQUESTED,
        DECLINED,
        PROMISED,
        RENEGOTIATING,
        DELIVERED,
        CONFIRMED
    }

    /**
     * One hand-off.
     *
     * @param firstPromised the date that was promised first; it never changes
     * @param promised the date that is promised now
     * @param proposed the date that one side asks for instead, while the other has not answered
     * @param proposedBy the agency that asks for it
     * @param expected when the giving milestone is expected or was reached; absent where it has no date
     * @param delivered the day on which its giver says that it was delivered; confirmed where the state says so
     * @param contested what the receiver said of the last delivery; absent where it did not contest it, or something was said since
     * @param lateDays days by which it comes, or is expected, after the first promise; absent while nothing is promised or it is in time
     * @param broken whether a promise was not kept, or cannot be any more
     * @param reason in words, why it is broken or what the last answer said; possibly empty
     * @param toAct the agency whose turn it is; absent where it is nobody's
     * @param pushes what the lateness does to those who wait, nearest first, down to the end of the receiving program
     * @param position of the latest entry on it
     * @param figure for {@code /api/lineage}: the entries on it
     */
    public record Promise(
            HandoffId handoffId,
            State state,
            String deliverable,
            ProgramId fromProgramId,
            String fromProgram,
            @Nullable MilestoneId fromMilestoneId,
            Agency fromAgency,
            ProgramId toProgramId,
            String toProgram,
            MilestoneId toMilestoneId,
            String toMilestone,
            Agency toAgency,
            LocalDate neededBy,
            @Nullable LocalDate firstPromised,
            @Nullable LocalDate promised,
            @Nullable LocalDate proposed,
            @Nullable Agency proposedBy,
            @Nullable LocalDate expected,
            @Nullable LocalDate delivered,
            @Nullable Contested contested,
            @Nullable Long lateDays,
            boolean broken,
            String reason,
            @Nullable Agency toAct,
            List<Push> pushes,
            long position,
            String figure) {}

    /**
     * That what is said to be delivered did not arrive, or is not what was asked.
     *
     * @param by the agency that says so
     */
    public record Contested(@Nullable Agency by, LocalDate on, String reason, long position) {}

    /**
     * One that waits.
     *
     * @param before the day that the network had for it with the promise kept
     * @param after the day that it has as things are
     */
    public record Push(
            MilestoneId milestoneId, String title, ProgramId programId, LocalDate before, LocalDate after, long days) {

        /** As in a list of several: {@code plant-opening +30}. */
        @Override
        public String toString() {
            return milestoneId + " +" + days;
        }
    }

    /** Why a link is at risk, the gravest first. */
    public enum Risk {
        /** What is waited for is expected after the one who waits. */
        CROSSED,
        /** The one who waits was reached although what it waits for was not: the link is wrong, or something was skipped. */
        OUT_OF_ORDER,
        /** The date of what is waited for has passed, and nobody has said anything. */
        SILENT,
        /** The date of what is waited for is in doubt, or its program is halted. */
        IN_DOUBT,
        /** What is waited for has no date, or is no milestone. */
        UNDATED,
        NONE
    }

    /**
     * A link between two programs, or from an outside party.
     *
     * @param fromDate of what is waited for, as reported, else as promised
     * @param days by which the one comes after the other, for CROSSED
     * @param figure for {@code /api/lineage}: the link and the two dates
     */
    public record AtRisk(
            LinkId linkId,
            LinkKind kind,
            String from,
            @Nullable ProgramId fromProgramId,
            @Nullable LocalDate fromDate,
            String to,
            @Nullable ProgramId toProgramId,
            @Nullable LocalDate toDate,
            Risk risk,
            @Nullable Long days,
            String sentence,
            long position,
            String figure) {}
}
