package centralcommand.query.server.portfolio;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.program.ProgramStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands: what was promised, and all that was said of it since.
 *
 * @param promises approved promises of a date, in the order in which they were approved
 * @param words forecasts, doubts and actuals that stand, earliest first
 * @param forecast the date of the last forecast of these
 * @param actual the date of the last actual
 * @param heard those and confirmations, earliest first
 * @param work that leads to it
 */
public record Milestone(
        MilestoneId id,
        Program program,
        String title,
        MilestoneKind kind,
        @Nullable String owner,
        List<Dated> promises,
        List<Word> words,
        @Nullable Dated forecast,
        @Nullable Dated actual,
        List<Fact<ScheduleEvent>> heard,
        Work work) {
    /** What is recorded so soon after the approval of a first promise came into the ledger together with it. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    /**
     * A date, and the entry that said so.
     *
     * @param approval the act that made it a promise; absent for what was reported
     */
    public record Dated(
            StatedDate stated,
            Fact<? extends ScheduleEvent> entry,
            @Nullable Fact<ScheduleEvent> approval) {
        Dated(StatedDate stated, Fact<? extends ScheduleEvent> entry) {
            this(stated, entry, null);
        }

        /** Whether it took the place of an earlier promise. */
        public boolean isRebaselined() {
            return entry.event() instanceof RebaselineRequested;
        }

        /** The act that replaced an earlier promise by this one. */
        public Optional<Fact<ScheduleEvent>> replacement() {
            return Optional.ofNullable(approval).filter(act -> isRebaselined());
        }

        private boolean isPromisedBefore(long position) {
            return approval != null && approval.position() < position;
        }

        /** Days from the other date to this one. */
        public long daysAfter(Dated other) {
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
     * @param pause that moved it to a later date; absent for a doubt, and where none did
     */
    public record Word(
            Fact<ScheduleEvent> entry,
            @Nullable Dated dated,
            @Nullable Dated before,
            @Nullable Pause pause) {
        public boolean isDoubt() {
            return dated == null;
        }

        /** By how many days it moved the date on file; zero for a doubt or where there was none. */
        public long moveDays() {
            return dated == null || before == null ? 0 : dated.daysAfter(before);
        }

        boolean saysWhy() {
            return pause != null
                    || switch (entry.event()) {
                        case ForecastReported e ->
                            e.cause() != null || !e.narrative().isEmpty();
                        case DoubtReported e ->
                            e.cause() != null || !e.narrative().isEmpty();
                        case ActualReported e ->
                            e.cause() != null || !e.narrative().isEmpty();
                        default -> false;
                    };
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
        public static Slip between(Dated base, Dated now) {
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

    private Milestone(
            MilestoneId id,
            Program program,
            String title,
            MilestoneKind kind,
            @Nullable String owner,
            List<Dated> promises,
            List<Word> words,
            List<Fact<ScheduleEvent>> heard,
            Work work) {
        this(
                id,
                program,
                title,
                kind,
                owner,
                promises,
                words,
                last(words, ForecastReported.class),
                last(words, ActualReported.class),
                heard,
                work);
    }

    static List<Milestone> of(Program program, ProgramFile file, Clearance clearance) {
        List<Baseline> approved = Baseline.of(file, clearance).stream()
                .filter(Baseline::isApproved)
                .toList();
        Set<MilestoneId> ids = new LinkedHashSet<>();
        List<Rebaseline> replaced = Rebaseline.of(file, clearance).stream()
                .filter(Rebaseline::isApproved)
                .toList();
        approved.forEach(baseline -> baseline.proposal().event().milestones().stream()
                .map(PlannedMilestone::milestoneId)
                .forEach(ids::add));
        return ids.stream()
                .map(id -> of(
                        id,
                        program,
                        approved,
                        replaced,
                        file.reports().getOrElse(id, Facts.none()).standing(clearance::stands),
                        file.activities().getOrElse(id, Facts.none()).standing(clearance::stands)))
                .toList();
    }

    private static Milestone of(
            MilestoneId id,
            Program program,
            List<Baseline> approved,
            List<Rebaseline> replaced,
            List<Fact<ScheduleEvent>> heard,
            List<Fact<ActivityEvent>> said) {
        PlannedMilestone plan = approved.stream()
                .flatMap(baseline -> baseline.plans(id).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        List<Dated> promises = promises(id, approved, replaced);
        Work work = Work.of(said, heard);
        List<Word> words = words(promises, heard, work);
        return new Milestone(
                id,
                program,
                plan.title(),
                plan.kind() == null ? MilestoneKind.OTHER : plan.kind(),
                plan.owner(),
                promises,
                words,
                heard,
                work);
    }

    /** Those of first baselines by number, then those that replaced them in the order of their approval. */
    private static List<Dated> promises(MilestoneId id, List<Baseline> approved, List<Rebaseline> replaced) {
        Stream<Dated> first = approved.stream()
                .flatMap(baseline -> baseline
                        .plans(id)
                        .map(PlannedMilestone::promised)
                        .map(stated -> new Dated(stated, baseline.proposal(), baseline.verdict()))
                        .stream());
        Stream<Dated> later = replaced.stream()
                .sorted(Comparator.comparingLong(rebaseline -> Optional.ofNullable(rebaseline.verdict())
                        .map(Fact::position)
                        .orElse(0L)))
                .flatMap(rebaseline -> rebaseline
                        .asks(id)
                        .map(asked -> new Dated(asked.promised(), rebaseline.request(), rebaseline.verdict()))
                        .stream());
        return Stream.concat(first, later).toList();
    }

    /** Each word beside the date on file until then: what was said last, or where nothing was, what was promised by then. */
    private static List<Word> words(List<Dated> promises, List<Fact<ScheduleEvent>> heard, Work work) {
        List<Word> words = new ArrayList<>();
        Dated said = null;
        for (Fact<ScheduleEvent> fact : heard) {
            if (fact.event() instanceof ConfirmedUnchanged) {
                continue;
            }
            Dated dated = switch (fact.event()) {
                case ForecastReported e -> new Dated(e.expected(), fact);
                case ActualReported e -> new Dated(notAfter(fact.saidOn(), e.reached()), fact);
                default -> null;
            };
            Dated promise = promisedBefore(promises, fact.position());
            Dated before = said == null || replaces(promise, said) ? promise : said;
            boolean later = dated != null && before != null && dated.daysAfter(before) > 0;
            Told told = said == null ? null : said.entry().told();
            words.add(new Word(
                    fact, dated, before, later ? work.explaining(told, fact.told(), statesCause(fact.event())) : null));
            said = dated == null ? said : dated;
        }
        return List.copyOf(words);
    }

    private static boolean statesCause(ScheduleEvent event) {
        return switch (event) {
            case ForecastReported e -> e.cause() != null;
            case ActualReported e -> e.cause() != null;
            default -> false;
        };
    }

    /** Of a period that still runs when something is said to have been reached in it, only the days up to then. */
    private static StatedDate notAfter(LocalDate saidOn, StatedDate reached) {
        return reached.date().isAfter(saidOn) ? new StatedDate(saidOn, Precision.DAY, reached.asStated()) : reached;
    }

    private static @Nullable Dated last(List<Word> words, Class<? extends ScheduleEvent> type) {
        return words.reversed().stream()
                .filter(word -> type.isInstance(word.entry().event()))
                .findFirst()
                .map(Word::dated)
                .orElse(null);
    }

    /** The promise that stood when the entry was recorded; the first one for what was entered before there was any. */
    private static @Nullable Dated promisedBefore(List<Dated> promises, long position) {
        return promises.stream()
                .filter(promise -> promise.isPromisedBefore(position))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> promises.isEmpty() ? null : promises.getFirst());
    }

    /** The first approved promise of a date; nothing ever changes it. */
    public @Nullable Dated original() {
        return promises.isEmpty() ? null : promises.getFirst();
    }

    /** The latest approved promise of a date. */
    public @Nullable Dated current() {
        return promises.isEmpty() ? null : promises.getLast();
    }

    /** As far as it follows from entries at these positions. */
    public Milestone knowing(LongPredicate known) {
        return with(
                promises.stream()
                        .filter(promise -> known.test(promise.entry().position()))
                        .toList(),
                words.stream()
                        .filter(word -> known.test(word.entry().position()))
                        .toList(),
                heard.stream().filter(fact -> known.test(fact.position())).toList());
    }

    /** As it would be if another date were promised now. */
    public Milestone promised(Dated anew) {
        return with(Stream.concat(promises.stream(), Stream.of(anew)).toList(), words, heard);
    }

    private Milestone with(List<Dated> otherPromises, List<Word> otherWords, List<Fact<ScheduleEvent>> otherHeard) {
        return new Milestone(id, program, title, kind, owner, otherPromises, otherWords, otherHeard, work);
    }

    /** What was last said of its date; absent where only the promise is known. */
    public @Nullable Dated reported() {
        return actual == null ? forecast : actual;
    }

    /** The date on file: as expected, else as promised. */
    public @Nullable Dated onFile() {
        Dated expected = expected();
        return expected == null ? current() : expected;
    }

    /** Nothing more is to be reported. */
    public boolean isClosed() {
        return actual != null || program.status() == ProgramStatus.CANCELLED;
    }

    /** The latest word is a doubt, and no other promise was asked for since. */
    public boolean isInDoubt() {
        return actual == null
                && !words.isEmpty()
                && words.getLast().isDoubt()
                && !isAskedAfter(current(), words.getLast().entry());
    }

    public @Nullable Slip slipVsOriginal() {
        return slip(original());
    }

    public @Nullable Slip slipVsCurrent() {
        return slip(current());
    }

    /** Whether the slip is one of the program: a date set by law or order that was moved is not. */
    public boolean isLate(@Nullable Slip slip) {
        return slip != null && slip.isLate() && kind != MilestoneKind.STATUTORY;
    }

    private @Nullable Slip slip(@Nullable Dated base) {
        Dated expected = expected();
        return base == null || expected == null ? null : Slip.between(base, expected);
    }

    /**
     * What slips are measured to: the date reached; else the latest word of the owner, who reports a date or asks for another promise and gets it.
     * So no slip is hidden by promising anew and keeping silent.
     */
    public @Nullable Dated expected() {
        Dated reported = reported();
        Dated current = current();
        boolean anew = actual == null
                && current != null
                && (reported == null ? current.isRebaselined() : replaces(current, reported));
        return anew ? current : reported;
    }

    /**
     * The request to which the expected date is owed: promises are the owner's latest word, and together moved the date out. Of several it is
     * the latest that did; one that moved it in again says nothing of why it slipped.
     */
    public Optional<RebaselineRequested> promisedAnew() {
        Dated expected = expected();
        Dated reported = reported();
        Dated base = reported == null ? original() : reported;
        if (expected == null || base == null || !expected.isRebaselined() || expected.daysAfter(base) <= 0) {
            return Optional.empty();
        }
        Dated before = base;
        RebaselineRequested setback = null;
        for (Dated promise : promises) {
            if (promise.entry().event() instanceof RebaselineRequested asked
                    && (reported == null || replaces(promise, reported))) {
                setback = promise.daysAfter(before) > 0 ? asked : setback;
                before = promise;
            }
        }
        return Optional.ofNullable(setback);
    }

    /** Whether another promise was asked for after the date was said. */
    private static boolean replaces(@Nullable Dated promise, Dated said) {
        return isAskedAfter(promise, said.entry());
    }

    private static boolean isAskedAfter(@Nullable Dated promise, Fact<? extends ScheduleEvent> word) {
        return promise != null
                && promise.isRebaselined()
                && promise.entry().told().compareTo(word.told()) > 0;
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

    /** The latest word that moved the date out or doubted it: of those that say why, where any does. A date that is moved in again says nothing of why it slipped. */
    public Optional<Word> latestSetback() {
        List<Word> setbacks = words.reversed().stream()
                .filter(word -> word.isDoubt() || word.moveDays() > 0)
                .toList();
        return setbacks.stream()
                .filter(Word::saysWhy)
                .findFirst()
                .or(() -> setbacks.stream().findFirst());
    }

    /** The pause that the latest move out of the date is owed to. */
    public Optional<Pause> pausedFor() {
        return words.reversed().stream()
                .filter(word -> word.moveDays() > 0)
                .findFirst()
                .map(Word::pause);
    }

    /** The pause that holds on a day, as long as the milestone is open and its program goes on. */
    public Optional<Pause> pause(LocalDate day) {
        return isClosed() || program.status() != ProgramStatus.ACTIVE
                ? Optional.empty()
                : work.pauses().stream().filter(pause -> pause.holdsOn(day)).findFirst();
    }

    /** Working days that are left of a margin, negative where more was used than is set aside now; absent for all else. */
    public @Nullable Integer marginLeftDays() {
        Fact<DurationEstimated> setAside = work.estimate();
        return kind != MilestoneKind.MARGIN || setAside == null
                ? null
                : setAside.event().likelyDays() - work.usedDays();
    }

    public @Nullable LocalDate lastHeardOn() {
        return heard.isEmpty() ? null : heard.getLast().saidOn();
    }

    /** The first day from which others could know of a doubt, or of a date later than promised by more than precision. */
    public @Nullable LocalDate warning() {
        Dated original = original();
        return words.stream()
                .filter(word -> word.isDoubt()
                        || original != null && word.dated() != null && isLate(Slip.between(original, word.dated())))
                .map(this::knownFrom)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The day from which others could know a word. Whoever dates a word back has warned nobody: it counts from the day on which it was
     * recorded. Only what came into the ledger together with the first promise, as the history of it, counts from the day on which it was said.
     */
    public LocalDate knownFrom(Word word) {
        LocalDate saidOn = word.entry().saidOn();
        LocalDate recordedOn = word.entry().recordedOn();
        return isHistory(word) || saidOn.isAfter(recordedOn) ? saidOn : recordedOn;
    }

    private boolean isHistory(Word word) {
        Dated original = original();
        return original != null
                && original.approval() != null
                && !word.entry()
                        .recordedAt()
                        .isAfter(original.approval().recordedAt().plus(TOGETHER));
    }

    /** Status on a day; what was reached stays so whatever becomes of its program. */
    public MilestoneStatus status(LocalDate today) {
        if (actual != null) {
            return isLate(slipVsCurrent()) ? MilestoneStatus.DONE_LATE : MilestoneStatus.DONE;
        }
        return switch (program.status()) {
            case CANCELLED -> MilestoneStatus.WITHDRAWN;
            case SUSPENDED -> MilestoneStatus.PAUSED;
            case PROPOSED, ACTIVE -> pause(today).isPresent() ? MilestoneStatus.PAUSED : statusOfOpen(today);
        };
    }

    /** The same as if its work did not stand still: a pause takes nothing off what its date says. */
    public MilestoneStatus statusBehindPause(LocalDate today) {
        return pause(today).isPresent() ? statusOfOpen(today) : status(today);
    }

    private MilestoneStatus statusOfOpen(LocalDate today) {
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
        return isLate(slipVsCurrent()) ? MilestoneStatus.LATE : MilestoneStatus.ON_TRACK;
    }
}
