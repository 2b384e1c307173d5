package centralcommand.query.contract.schedule;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/programs/{id}/schedule}: one program's activities and milestones in an order in which each comes after what it waits for,
 * with those of other programs that they wait for or that wait for them.
 *
 * @param rows of the program
 * @param neighbours milestones of other programs at the other end of a link, as far as the viewer sees them
 * @param links between rows and neighbours, those without a milestone at one end left out
 * @param criticalPath of the program: its milestones with the least total float, in order
 * @param end the last day of the program as the network sees it; absent without a date
 */
public record ProgramSchedule(
        @JsonUnwrapped Standpoint standpoint,
        ProgramId programId,
        String programName,
        List<Row> rows,
        List<Row> neighbours,
        List<Tie> links,
        List<MilestoneId> criticalPath,
        @Nullable LocalDate end) {

    /** Whether the program should have ended by what is reported, and has not: its end cannot be what the network sees. */
    public boolean endPassedUnreached() {
        return end != null
                && end.isBefore(standpoint.today())
                && rows.stream().anyMatch(row -> !row.milestone().closed());
    }

    /**
     * One activity, or a milestone where nothing is known of how long the work takes.
     *
     * @param promises every approved baseline that gives it a date, the original first
     * @param start first day of the work; absent without a duration
     * @param durationDays working days; absent where none was estimated
     * @param totalFloatDays working days that it may slip before the end of the program, or of one that waits for it, moves beyond its
     *     promise: the latest date of its current baselines, or where it has none the end that the network sees. Negative where it is too late
     *     for that already, and shown as it is; absent where the network has no date for it
     * @param freeFloatDays working days that it may slip before anything else moves
     * @param critical whether it has the least total float of the program's open ones
     * @param marginLeftDays working days left, for a margin
     * @param pauses all that there were, the earliest first
     */
    public record Row(
            MilestoneRow milestone,
            List<Promise> promises,
            @Nullable LocalDate start,
            @Nullable Integer durationDays,
            @Nullable Implied implied,
            @Nullable Integer totalFloatDays,
            @Nullable Integer freeFloatDays,
            boolean critical,
            @Nullable Integer marginLeftDays,
            List<Pause> pauses) {}

    /** A date as the baseline of that number promises it. */
    public record Promise(int baseline, LocalDate first, LocalDate date, long position) {}

    /**
     * A time in which the work stood still.
     *
     * @param recordedOn the day on which it was first recorded, where its author dates it back; else absent
     * @param until last day; absent while it lasts
     */
    public record Pause(
            PauseReason reason,
            String narrative,
            LocalDate from,
            @Nullable LocalDate recordedOn,
            @Nullable LocalDate until,
            long position) {}

    /**
     * One waits for another, because of a link or of a hand-off that is owed.
     *
     * @param linkId absent for a hand-off, as is {@code kind}
     * @param handoffId absent for a link
     * @param driving whether it decides when {@code to} can be
     */
    public record Tie(
            @Nullable LinkId linkId,
            @Nullable HandoffId handoffId,
            MilestoneId from,
            MilestoneId to,
            @Nullable LinkKind kind,
            LinkType type,
            int lagDays,
            boolean driving,
            long position) {}
}
