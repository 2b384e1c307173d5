package centralcommand.query.server.portfolio;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.program.ProgramStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands: what was promised, and all that was said of it since.
 *
 * @param original the first approved promise of a date
 * @param current the latest approved promise of a date
 * @param words forecasts, doubts and actuals that stand, earliest first
 * @param heard those and confirmations, earliest first
 */
public record Milestone(
        MilestoneId id,
        Program program,
        String title,
        MilestoneKind kind,
        @Nullable String owner,
        @Nullable Dated original,
        @Nullable Dated current,
        List<Word> words,
        List<Fact<ScheduleEvent>> heard) {

    /** A date, and the entry that said so. */
    public record Dated(StatedDate stated, Fact<? extends ScheduleEvent> entry) {
        /** Days from the other date to this one. */
        long daysAfter(Dated other) {
            return DAYS.between(other.stated.date(), stated.date());
        }

        /** Whether the two are closer than the coarser of their widths. */
        public boolean isWithinPrecisionOf(Dated other) {
            int width = Math.max(
                    stated.precision().widthDays(), other.stated.precision().widthDays());
            return Math.abs(daysAfter(other)) < width;
        }
    }

    /**
     * Something said of the date.
     *
     * @param dated absent for a doubt
     * @param before the date on file until then
     */
    public record Word(
            Fact<ScheduleEvent> entry,
            @Nullable Dated dated,
            @Nullable Dated before) {
        public boolean isDoubt() {
            return dated == null;
        }

        /** By how many days it moved the date on file; zero for a doubt or where there was none. */
        public long moveDays() {
            return dated == null || before == null ? 0 : dated.daysAfter(before);
        }

        /** A doubt, or a date later than the one on file by more than precision. */
        public boolean isBadNews() {
            return dated == null || before != null && moveDays() > 0 && !dated.isWithinPrecisionOf(before);
        }
    }

    /**
     * How far a date lies after another.
     *
     * @param interval least and most; absent where both are days
     */
    public record Slip(
            long days, boolean withinPrecision, @Nullable List<Long> interval) {
        static Slip between(Dated base, Dated now) {
            boolean exact = base.stated.precision().widthDays() == 1
                    && now.stated.precision().widthDays() == 1;
            return new Slip(
                    now.daysAfter(base),
                    now.isWithinPrecisionOf(base),
                    exact
                            ? null
                            : List.of(
                                    DAYS.between(base.stated.date(), now.stated.first()),
                                    DAYS.between(base.stated.first(), now.stated.date())));
        }

        /** Later by more than precision. */
        public boolean isLate() {
            return days > 0 && !withinPrecision;
        }
    }

    static List<Milestone> of(Program program, ProgramFile file, Clearance clearance) {
        List<Baseline> approved = Baseline.of(file, clearance).stream()
                .filter(Baseline::isApproved)
                .toList();
        Set<MilestoneId> ids = new LinkedHashSet<>();
        approved.forEach(baseline -> baseline.proposal().event().milestones().stream()
                .map(PlannedMilestone::milestoneId)
                .forEach(ids::add));
        return ids.stream()
                .map(id -> of(
                        id,
                        program,
                        approved,
                        file.reports().getOrElse(id, Facts.none()).standing(clearance::stands)))
                .toList();
    }

    private static Milestone of(
            MilestoneId id, Program program, List<Baseline> approved, List<Fact<ScheduleEvent>> heard) {
        PlannedMilestone plan = approved.stream()
                .flatMap(baseline -> baseline.plans(id).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        List<Dated> promised = approved.stream()
                .flatMap(baseline -> baseline.plans(id).flatMap(planned -> promise(planned, baseline)).stream())
                .toList();
        Dated original = promised.isEmpty() ? null : promised.getFirst();
        return new Milestone(
                id,
                program,
                plan.title(),
                plan.kind() == null ? MilestoneKind.OTHER : plan.kind(),
                plan.owner(),
                original,
                promised.isEmpty() ? null : promised.getLast(),
                words(original, heard),
                heard);
    }

    private static Optional<Dated> promise(PlannedMilestone planned, Baseline baseline) {
        return Optional.ofNullable(planned.promised()).map(stated -> new Dated(stated, baseline.proposal()));
    }

    private static List<Word> words(@Nullable Dated original, List<Fact<ScheduleEvent>> heard) {
        List<Word> words = new ArrayList<>();
        Dated before = original;
        for (Fact<ScheduleEvent> fact : heard) {
            if (fact.event() instanceof ConfirmedUnchanged) {
                continue;
            }
            Dated dated = switch (fact.event()) {
                case ForecastReported e -> new Dated(e.expected(), fact);
                case ActualReported e -> new Dated(e.reached(), fact);
                default -> null;
            };
            words.add(new Word(fact, dated, before));
            before = dated == null ? before : dated;
        }
        return List.copyOf(words);
    }

    /** The current forecast: of those that stand the one stated last. */
    public @Nullable Dated forecast() {
        return last(ForecastReported.class);
    }

    public @Nullable Dated actual() {
        return last(ActualReported.class);
    }

    /** What was last said of its date; absent where only the promise is known. */
    public @Nullable Dated reported() {
        Dated actual = actual();
        return actual == null ? forecast() : actual;
    }

    /** The date on file: as reported, else as promised. */
    public @Nullable Dated onFile() {
        Dated reported = reported();
        return reported == null ? current : reported;
    }

    private @Nullable Dated last(Class<? extends ScheduleEvent> type) {
        return words.stream()
                .filter(word -> type.isInstance(word.entry().event()))
                .reduce((earlier, later) -> later)
                .map(Word::dated)
                .orElse(null);
    }

    /** Nothing more is to be reported. */
    public boolean isClosed() {
        return actual() != null || program.status() == ProgramStatus.CANCELLED;
    }

    /** The latest word is a doubt. */
    public boolean isInDoubt() {
        return actual() == null && !words.isEmpty() && words.getLast().entry().event() instanceof DoubtReported;
    }

    public @Nullable Slip slipVsOriginal() {
        return slip(original);
    }

    public @Nullable Slip slipVsCurrent() {
        return slip(current);
    }

    /** Whether the slip is one of the program: a date set by law or order that was moved is not. */
    public boolean isLate(@Nullable Slip slip) {
        return slip != null && slip.isLate() && kind != MilestoneKind.STATUTORY;
    }

    private @Nullable Slip slip(@Nullable Dated base) {
        Dated reported = reported();
        return base == null || reported == null ? null : Slip.between(base, reported);
    }

    /** Days from the date reported before the last one to the last one. */
    public @Nullable Long slipSinceLastReportDays() {
        Dated reported = reported();
        Dated before = reportedBefore();
        return reported == null || before == null ? null : reported.daysAfter(before);
    }

    /** The date that was reported before the one that holds. */
    public @Nullable Dated reportedBefore() {
        Dated reported = reported();
        return reported == null
                ? null
                : words.stream()
                        .flatMap(word -> Stream.ofNullable(word.dated()))
                        .filter(dated ->
                                dated.entry().told().compareTo(reported.entry().told()) < 0)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }

    /** The latest word that moved the date or doubted it. */
    public Optional<Word> latestMove() {
        return words.stream()
                .filter(word -> word.isDoubt() || word.moveDays() != 0)
                .reduce((earlier, later) -> later);
    }

    public @Nullable LocalDate lastHeardOn() {
        return heard.isEmpty() ? null : heard.getLast().saidOn();
    }

    /** The first day on which a doubt, or a date later than promised by more than precision, was stated. */
    public @Nullable LocalDate warning() {
        return words.stream()
                .filter(word -> word.isDoubt()
                        || original != null && word.dated() != null && isLate(Slip.between(original, word.dated())))
                .findFirst()
                .map(word -> word.entry().saidOn())
                .orElse(null);
    }

    /** Status on a day; what was reached stays so whatever becomes of its program. */
    public MilestoneStatus status(LocalDate today) {
        boolean late = isLate(slipVsCurrent());
        if (actual() != null) {
            return late ? MilestoneStatus.DONE_LATE : MilestoneStatus.DONE;
        }
        return switch (program.status()) {
            case CANCELLED -> MilestoneStatus.WITHDRAWN;
            case SUSPENDED -> MilestoneStatus.PAUSED;
            case PROPOSED, ACTIVE -> statusOfOpen(today, late);
        };
    }

    private MilestoneStatus statusOfOpen(LocalDate today, boolean late) {
        Dated onFile = onFile();
        if (isInDoubt()) {
            return MilestoneStatus.IN_DOUBT;
        }
        if (onFile == null) {
            return MilestoneStatus.NO_DATE;
        }
        if (onFile.stated().date().isBefore(today)) {
            return MilestoneStatus.NO_REPORT;
        }
        return late ? MilestoneStatus.LATE : MilestoneStatus.ON_TRACK;
    }
}
