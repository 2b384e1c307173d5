package centralcommand.query.contract.board;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/pushes?milestoneId=…&date=…&precision=…}: what a new date would do to those who wait, nearest first. Nothing is stored.
 *
 * @param slipDays of the hypothetical date against the original baseline
 * @param ends programs whose end moves with it, the farthest first
 */
public record Pushes(
        @JsonUnwrapped Standpoint standpoint,
        MilestoneId milestoneId,
        LocalDate date,
        @Nullable Long slipDays,
        List<Row> rows,
        List<End> ends) {

    /**
     * One that waits by a link or for a hand-off that is owed, directly or through others.
     *
     * @param milestoneId absent where a program as a whole waits
     * @param dateOnFile its own date; absent where it has none
     * @param overtakenByDays by how many days {@code after} lies after the date on file; 0 where it still holds, absent where either is
     * @param before when the network expects it with the date on file; absent where it has no date, or where a program as a whole waits
     * @param after when the network expects it with the new date
     * @param pushedDays calendar days from before to after, so what is left when all float on the way is used up; negative if it comes earlier
     * @param through names of the links and hand-offs on the way, nearest first
     */
    public record Row(
            ProgramId programId,
            String programName,
            @Nullable MilestoneId milestoneId,
            String title,
            Agency agency,
            @Nullable LocalDate dateOnFile,
            @Nullable Long overtakenByDays,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            @Nullable Long pushedDays,
            List<String> through) {}

    /**
     * The last day of a program as the network sees it, with the date on file and with the new one.
     *
     * @param days from before to after, never 0
     */
    public record End(ProgramId programId, String programName, LocalDate before, LocalDate after, long days) {}
}
