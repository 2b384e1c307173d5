package centralcommand.query.server.promise;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Milestone.Word;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first promised date of a milestone that passed unkept, and the first word that it would. A forecast is such a word and no promise: whoever
 * says early that a date moves out has warned, not promised anew.
 *
 * @param missed absent where every promise was kept, or is still to come
 * @param word absent where nothing was said
 */
public record Warning(
        Milestone milestone,
        @Nullable Promise missed,
        @Nullable Word word) {

    static Warning of(Milestone milestone, LocalDate today) {
        if (milestone.kind() == MilestoneKind.STATUTORY) {
            return new Warning(milestone, null, null);
        }
        Promise missed = missed(
                Promise.of(milestone).stream().filter(Promise::inBaseline).toList(),
                milestone.actual(),
                withdrawnOn(milestone).filter(day -> day.isBefore(today)).orElse(today));
        return new Warning(milestone, missed, word(milestone, missed == null ? milestone.current() : missed.dated()));
    }

    /** Of a cancelled program no date passes any more. */
    private static Optional<LocalDate> withdrawnOn(Milestone milestone) {
        return milestone.program().status() == ProgramStatus.CANCELLED
                ? Optional.ofNullable(milestone.program().decision()).map(Fact::saidOn)
                : Optional.empty();
    }

    /** A promise is in force until the day on which another is made; one that is replaced before its day was not missed. */
    private static @Nullable Promise missed(List<Promise> promises, @Nullable Dated actual, LocalDate until) {
        return IntStream.range(0, promises.size())
                .filter(n -> n + 1 == promises.size()
                        || promises.get(n + 1)
                                .inForceFrom()
                                .isAfter(promises.get(n).date()))
                .mapToObj(promises::get)
                .filter(promise -> promise.date().isBefore(until))
                .filter(promise ->
                        actual == null || Slip.between(promise.dated(), actual).isLate())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Word word(Milestone milestone, @Nullable Dated promise) {
        return milestone.words().stream()
                .filter(word -> promise == null
                        || !word.entry().saidOn().isBefore(promise.entry().saidOn()))
                .filter(word -> word.isDoubt()
                        || promise != null
                                && word.dated() != null
                                && Slip.between(promise, word.dated()).isLate())
                .min(Comparator.comparing(milestone::knownFrom))
                .orElse(null);
    }

    /** The last day of the promise that was missed. */
    public @Nullable LocalDate missedOn() {
        return missed == null ? null : missed.date();
    }

    /** The day from which others could know of it. */
    public @Nullable LocalDate warnedOn() {
        return word == null ? null : milestone.knownFrom(word);
    }

    /** The earlier day that its author dates it to; absent where the two are the same. */
    public @Nullable LocalDate datedBackTo() {
        return word == null || word.entry().saidOn().equals(warnedOn())
                ? null
                : word.entry().saidOn();
    }

    /** Days from the warning to the missed date; negative where it was said only afterwards. */
    public @Nullable Long days() {
        LocalDate warnedOn = warnedOn();
        return missed == null || warnedOn == null ? null : DAYS.between(warnedOn, missed.date());
    }

    /** What it counts for in a median: whoever spoke only afterwards gave no warning, and is not worse off than who said nothing. */
    public long counted() {
        Long days = days();
        return days == null ? 0 : Math.max(0, days);
    }

    /** Whether it was said on the missed day at the latest. */
    public boolean inTime() {
        Long days = days();
        return days != null && days >= 0;
    }
}
