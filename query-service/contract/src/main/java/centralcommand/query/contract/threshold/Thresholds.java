package centralcommand.query.contract.threshold;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/thresholds}: the register, and the slips beyond a limit that is in force on the standpoint's day. Filters as the board's.
 *
 * @param register every threshold, in force or not
 * @param breaches those that bind first, then by days over
 */
public record Thresholds(
        @JsonUnwrapped Standpoint standpoint, Coverage coverage, List<Threshold> register, List<Breach> breaches) {

    /**
     * One limit.
     *
     * @param months the slip must be longer than these and {@code days} together; 6 and −1 for "6 months or more"
     * @param from first day on which it is in force; absent where no source at hand says since when
     * @param to last day; absent while it is in force
     * @param appliesTo the programs that it binds
     * @param asks what the rule asks for once it is crossed
     */
    public record Threshold(
            String id,
            String title,
            Measure measure,
            int months,
            int days,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Regime appliesTo,
            String citation,
            String asks) {

        public boolean inForceOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * One slip beyond one limit.
     *
     * @param binding whether the rule binds the program; else it is advisory, borrowed
     * @param limit the last date within the limit
     * @param date the date reported
     * @param overDays calendar days from {@code limit} to {@code date}
     * @param figure id of the slip, for {@code /api/lineage}
     */
    public record Breach(
            String threshold,
            boolean binding,
            MilestoneId milestoneId,
            String title,
            ProgramId programId,
            String programName,
            Agency agency,
            LocalDate limit,
            LocalDate date,
            long overDays,
            String figure) {}
}
