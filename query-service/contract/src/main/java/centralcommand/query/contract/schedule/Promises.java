package centralcommand.query.contract.schedule;

import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/promises?milestoneId=…}: the date promised against the day on which it was promised.
 *
 * @param points all that was said, earliest first
 * @param missed the first promised date that passed while it was the promise in force and the milestone was not reached; absent where none did
 * @param warned the first day from which others could know of a doubt or a slip against that promise (where none was missed, against the one in
 *     force); absent where none was said
 * @param warnedDatedBackTo the earlier day that its author dates that word to; absent where it is the same
 * @param warningDays days from {@code warned} to {@code missed}, negative where it was said only afterwards; absent without both
 * @param figure id of the warning time, for {@code /api/lineage}
 * @param reference what such promises became in this portfolio; absent where too few are known
 * @param referenceNote which promises they are, or why there are none, in a sentence
 * @param risk when it will be, by trials; absent where nothing can be tried
 * @param riskNote what was drawn, or why nothing was, in a sentence
 */
public record Promises(
        @JsonUnwrapped Standpoint standpoint,
        MilestoneRow milestone,
        List<Point> points,
        @Nullable LocalDate missed,
        @Nullable LocalDate warned,
        @Nullable LocalDate warnedDatedBackTo,
        @Nullable Long warningDays,
        String figure,
        @Nullable Reference reference,
        String referenceNote,
        @Nullable Risk risk,
        String riskNote) {

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
     * @param statedOn the day on which it was said
     * @param knownFrom the later day on which it was recorded, where nobody else could know of it before; else absent
     * @param date last day of the period; absent for a doubt
     * @param first first day of the period; absent for a doubt
     * @param precision absent for a doubt
     * @param words as the source said it, possibly empty
     * @param status SUBMITTED is seen by its agency and by auditors only, so they are told
     */
    public record Point(
            Kind kind,
            LocalDate statedOn,
            @Nullable LocalDate knownFrom,
            @Nullable LocalDate date,
            @Nullable LocalDate first,
            @Nullable Precision precision,
            String words,
            long position,
            EntryStatus status,
            Marking marking) {}

    /** Which promises are like the latest one of the milestone. */
    public enum Like {
        /** The first of a milestone: its original baseline. */
        FIRST,
        /** Those made after the first: forecasts and later baselines. */
        LATER
    }

    /**
     * What promises of this portfolio became, one of each milestone: overrun divided by the time from promise to promised date.
     *
     * @param like which promises
     * @param of how many that were kept, broken or are known to be late, each of another milestone
     * @param open how many of these are late and still open, so that their overrun is a lower bound
     * @param statedOn the day on which the milestone's latest promise was made
     * @param promised the day that it promised
     * @param p50 the overrun that half of them did not exceed, as a share of the promised time
     * @param p80 the same for four of five
     * @param p50AtLeast whether it is only a lower bound, because those that went further are still open
     * @param p50Date the latest promise with that overrun
     * @param p80Date the same
     * @param figure id for {@code /api/lineage}
     */
    public record Reference(
            Like like,
            int of,
            int open,
            LocalDate statedOn,
            LocalDate promised,
            double p50,
            double p80,
            boolean p50AtLeast,
            boolean p80AtLeast,
            LocalDate p50Date,
            LocalDate p80Date,
            String figure) {}

    /**
     * What thousands of trials on the network say.
     *
     * @param trials how many
     * @param seed gives the same again
     * @param basis whether durations were three-point estimates or the reference class
     * @param estimated milestones of which a duration was drawn
     * @param promised milestones of which an overrun of the promise was drawn
     * @param reached milestones that are fixed, because they were reached
     * @param held milestones that it waits for and of which nothing could be drawn, so that they end on the day on file, or today where that
     *     has passed
     * @param undated milestones that it waits for and of which nothing is known: they add no time of their own
     * @param p50 the date that half of the trials did not exceed
     * @param p80 the same for four of five
     * @param planned the date on file; absent where none is
     * @param plannedShare the share of trials that did not exceed it: the plan's own percentile
     * @param bins how often each month came out, earliest first
     * @param figure id for {@code /api/lineage}
     */
    public record Risk(
            int trials,
            long seed,
            Basis basis,
            int estimated,
            int promised,
            int reached,
            int held,
            int undated,
            LocalDate p50,
            LocalDate p80,
            @Nullable LocalDate planned,
            @Nullable Double plannedShare,
            List<Bin> bins,
            String figure) {}

    /** What is drawn. */
    public enum Basis {
        THREE_POINT,
        REFERENCE_CLASS,
        /** Durations where they were estimated, else the reference class. */
        BOTH
    }

    /**
     * How many trials ended within a month, or within several where a month each would be too many.
     *
     * @param from first day
     * @param to last day
     */
    public record Bin(LocalDate from, LocalDate to, int trials) {}
}
