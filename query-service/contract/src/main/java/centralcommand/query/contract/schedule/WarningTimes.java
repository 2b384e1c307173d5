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
 * @param rows milestones whose promised date was missed, the longest warning first, those never warned of last
 */
public record WarningTimes(
        @JsonUnwrapped Standpoint standpoint, List<Group> agencies, List<Group> programs, List<Row> rows) {

    /**
     * One agency or one program.
     *
     * @param missed promised dates that were missed
     * @param warned of these, those of which doubt or a slip was stated on or before the day
     * @param medianDays median of the warning times, those without any counted as zero; absent where nothing was missed
     */
    public record Group(
            String id,
            String name,
            int missed,
            int warned,
            @Nullable Long medianDays) {}

    /**
     * One milestone.
     *
     * @param days from the first warning to the missed date; negative where it was said only afterwards; absent where nothing was said
     */
    public record Row(
            MilestoneId milestoneId,
            String title,
            ProgramId programId,
            String programName,
            Agency agency,
            LocalDate missed,
            @Nullable LocalDate warned,
            @Nullable Long days,
            long position) {}
}
