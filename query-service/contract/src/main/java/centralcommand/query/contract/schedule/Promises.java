package centralcommand.query.contract.schedule;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/promises?milestoneId=…}: the date promised against the day on which it was promised.
 *
 * @param points all that was said, earliest first
 * @param missed the first promised date that passed without the milestone reached; absent where none did
 * @param warned the first day on which doubt or a slip was stated; absent where none was
 * @param warningDays days from {@code warned} to {@code missed}, negative where it was said only afterwards; absent without both
 * @param reference what such promises became in this portfolio; absent where too few are known
 * @param risk when it will be, by trials; absent where nothing can be tried
 */
public record Promises(
        @JsonUnwrapped Standpoint standpoint,
        MilestoneRow milestone,
        List<Point> points,
        @Nullable LocalDate missed,
        @Nullable LocalDate warned,
        @Nullable Long warningDays,
        @Nullable Reference reference,
        @Nullable Risk risk) {

    /** What was said. */
    public enum Kind {
        BASELINE,
        FORECAST,
        DOUBT,
        ACTUAL
    }

    /**
     * One word.
     *
     * @param date last day of the period; absent for a doubt
     * @param first first day of the period
     */
    public record Point(
            Kind kind,
            LocalDate statedOn,
            @Nullable LocalDate date,
            @Nullable LocalDate first,
            String words,
            long position) {}

    /**
     * What promises of this portfolio became: overrun divided by the time from promise to promised date.
     *
     * @param of how many promises that were kept, broken or are late already
     * @param p50 the overrun that half of them did not exceed, as a share of the promised time
     * @param p80 the same for four of five
     * @param p50Date the latest promise with that overrun
     * @param p80Date the same
     */
    public record Reference(int of, double p50, double p80, LocalDate p50Date, LocalDate p80Date) {}

    /**
     * What thousands of trials on the network say.
     *
     * @param trials how many
     * @param seed gives the same again
     * @param basis whether durations were three-point estimates or the reference class
     * @param p50 the date that half of the trials did not exceed
     * @param p80 the same for four of five
     * @param planned the date on file
     * @param plannedShare the share of trials that did not exceed it: the plan's own percentile
     * @param bins how often each month came out, earliest first
     */
    public record Risk(
            int trials,
            long seed,
            Basis basis,
            LocalDate p50,
            LocalDate p80,
            LocalDate planned,
            double plannedShare,
            List<Bin> bins) {}

    /** What durations are drawn from. */
    public enum Basis {
        THREE_POINT,
        REFERENCE_CLASS
    }

    /** How many trials ended within a month. */
    public record Bin(LocalDate from, int trials) {}
}
