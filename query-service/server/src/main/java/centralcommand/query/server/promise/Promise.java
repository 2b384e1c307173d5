package centralcommand.query.server.promise;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Word;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A date that was said of a milestone before it was reached: in an approved baseline, or as a forecast.
 *
 * @param inBaseline whether it was approved, so that it can be missed; a forecast only says what will become of that
 */
public record Promise(Milestone milestone, Dated dated, boolean inBaseline) {
    /** With fewer days to run a share of them says nothing. */
    static final long SHORTEST = 30;

    private static final Comparator<Promise> BY_DAY = Comparator.comparing(Promise::statedOn)
            .thenComparing(promise -> promise.dated().entry().position());

    /** All of a milestone, earliest first. */
    static List<Promise> of(Milestone milestone) {
        Stream<Promise> approved = milestone.promises().stream().map(dated -> new Promise(milestone, dated, true));
        Stream<Promise> forecast = milestone.words().stream()
                .filter(word -> word.entry().event() instanceof ForecastReported)
                .map(Word::dated)
                .filter(Objects::nonNull)
                .map(dated -> new Promise(milestone, dated, false));
        return Stream.concat(approved, forecast).sorted(BY_DAY).toList();
    }

    LocalDate statedOn() {
        return dated.entry().saidOn();
    }

    /** The day from which it took the place of an earlier promise: that of the decision, where it was asked for. */
    LocalDate inForceFrom() {
        return dated.replacement().map(Fact::saidOn).orElseGet(this::statedOn);
    }

    /** The last day of the period. */
    LocalDate date() {
        return dated.stated().date();
    }

    /** Days from the day on which it was said to the day promised. */
    long daysToRun() {
        return DAYS.between(statedOn(), date());
    }

    /** By what overruns are multiplied: the days to run, at least so many that a share of them says something. */
    long scale() {
        return Math.max(SHORTEST, daysToRun());
    }

    Like like() {
        Dated original = milestone.original();
        return inBaseline
                        && original != null
                        && original.entry().position() == dated.entry().position()
                ? Like.FIRST
                : Like.LATER;
    }
}
