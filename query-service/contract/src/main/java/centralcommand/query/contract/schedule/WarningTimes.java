package centralcommand.query.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/warning-times}: how long before a promised date was missed its owner first said that it would be. Long is good.
 *
 * @param agencies all that promised a date, the longest median first, those without a missed one last
 * @param programs those with a missed date, the longest median first
 * @param rows milestones whose promised date was missed, the longest warning first, those never warned of last
 * @param statutoryLeftOut dates set by law or order, which are nobody's promise
 */
public record WarningTimes(
        @JsonUnwrapped Standpoint standpoint,
        List<Group> agencies,
        List<Group> programs,
        List<Row> rows,
        int statutoryLeftOut) {

    /**
     * One agency or one program.
     *
     * @param promised milestones with a promised date
     * @param missed of these, those of which a promised date was missed
     * @param warned of these, those of which doubt or a slip was stated on or before the day
     * @param medianDays median of the warning times, those without any, or only afterwards, counted as zero; absent where nothing was missed
     * @param figure id for {@code /api/lineage}
     */
    public record Group(
            String id,
            String name,
            int promised,
            int missed,
            int warned,
            @Nullable Long medianDays,
            String figure) {}

    /**
     * One milestone.
     *
     * @param missed the last day of the first promise that passed
     * @param warned the day from which others could know of the first warning; absent where nothing was said
     * @param datedBackTo the earlier day that its author dates it to; absent where it is the same
     * @param days from the first warning to the missed date; negative where it was said only afterwards; absent where nothing was said
     * @param position of the entry that made the promise
     * @param figure id for {@code /api/lineage}
     */
    public record Row(
            MilestoneId milestoneId,
            String title,
            ProgramId programId,
            String programName,
            Agency agency,
            LocalDate missed,
            @Nullable LocalDate warned,
            @Nullable LocalDate datedBackTo,
            @Nullable Long days,
            long position,
            String figure) {}
}
