package centralcommand.web.promise;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.contract.schedule.Promises.Point;
import centralcommand.query.contract.schedule.Promises.Reference;
import centralcommand.query.contract.schedule.Promises.Risk;
import centralcommand.query.contract.schedule.WarningTimes;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.Wording;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises in plain sentences; in templates {@code @promises}. Whoever speaks early is praised, and nobody is blamed for speaking late. */
@Component("promises")
public class PromiseWords {
    private final FactWording facts;
    private final Wording wording;

    PromiseWords(FactWording facts, Wording wording) {
        this.facts = facts;
        this.wording = wording;
    }

    /** What was promised first, and what is said now. */
    public String story(MilestoneRow row) {
        StatedDay original = row.originalBaseline();
        String promised = original == null
                ? "No date was ever promised for it."
                : "First promised on %s for %s.".formatted(wording.day(original.statedOn()), facts.day(original));
        return promised + now(row);
    }

    private String now(MilestoneRow row) {
        if (row.actual() != null) {
            return " Reached: " + facts.day(row.actual()) + ".";
        }
        if (row.inDoubt()) {
            return " Its date is in doubt, and no other was given.";
        }
        return row.forecast() == null
                ? row.originalBaseline() == null ? "" : " Nothing else has been reported since."
                : " Now expected %s, as stated on %s."
                        .formatted(
                                facts.day(row.forecast()),
                                wording.day(row.forecast().statedOn()));
    }

    /** How early it was said that the promise would not hold. */
    public String warning(Promises promises) {
        if (promises.milestone().kind() == MilestoneKind.STATUTORY) {
            return "Its date is set by law or order: a change of it is no slip of the program, and nobody had to warn of it.";
        }
        LocalDate missed = promises.missed();
        return (missed == null ? kept(promises) : unkept(promises, missed)) + datedBack(promises);
    }

    /** That a word which its author dates back was not known before it was recorded. */
    private String datedBack(Promises promises) {
        LocalDate datedBackTo = promises.warnedDatedBackTo();
        return datedBackTo == null || promises.warned() == null
                ? ""
                : " Its author dates that word %s; it was recorded on %s, and nobody else could know of it before."
                        .formatted(wording.day(datedBackTo), wording.day(promises.warned()));
    }

    private String unkept(Promises promises, LocalDate missed) {
        Long days = promises.warningDays();
        if (days == null) {
            return "The promised day, %s, has passed, and neither a doubt nor a later date has been stated. A doubt is welcome on any day."
                    .formatted(wording.day(missed));
        }
        if (days < 0) {
            return "It was said %s after the promised day, %s, had passed. Late news is better than none; a doubt is welcome on any day before."
                    .formatted(wording.days(-days), wording.day(missed));
        }
        return (days == 0
                        ? "On the promised day itself, %s, it was said that it would not hold."
                                .formatted(wording.day(missed))
                        : "%s before the promised day, %s, it was said that it would not hold."
                                .formatted(wording.days(days), wording.day(missed)))
                + " That is time in which others could act. Well done.";
    }

    private String kept(Promises promises) {
        if (promises.milestone().originalBaseline() == null) {
            return "Without a promised day none can be missed.";
        }
        if (promises.milestone().actual() != null) {
            return "The promise was kept.";
        }
        return promises.warned() == null
                ? "No promised day has passed unkept."
                : "No promised day has passed yet, and since %s it is known that the one in force may not hold: time in which others can act. Well done."
                        .formatted(wording.day(promises.warned()));
    }

    /** The day on which it was said, and the later one on which it was recorded where others could not know it before. */
    public String saidOn(Point point) {
        return wording.day(point.statedOn())
                + (point.knownFrom() == null ? "" : ", recorded " + wording.day(point.knownFrom()));
    }

    /** "promised for 2023", "in doubt". */
    public String said(Point point) {
        String period =
                point.date() == null || point.precision() == null ? "" : facts.period(point.date(), point.precision());
        return switch (point.kind()) {
                    case BASELINE -> "promised for " + period;
                    case FORECAST -> "expected " + period;
                    case DOUBT -> "in doubt";
                    case ACTUAL -> "reached " + period;
                }
                + facts.kept(point.status(), point.marking());
    }

    /** The bar under the picture. */
    public String shortWarning(Promises promises) {
        Long days = promises.warningDays();
        return days == null
                ? ""
                : days < 0 ? "said " + wording.days(-days) + " after" : wording.days(days) + "’ warning";
    }

    /** What such promises became, and what that would make of this one. */
    public String reference(Reference reference) {
        return "Of %s of this portfolio half ran over by %s of the promised time, and four of five by %s. The latest promise here was made on %s for %s: with such overruns that is %s%s, and %s%s."
                .formatted(
                        reference.like() == Like.FIRST ? "the first promises" : "the later promises",
                        share(reference.p50(), reference.p50AtLeast()),
                        share(reference.p80(), reference.p80AtLeast()),
                        wording.day(reference.statedOn()),
                        wording.day(reference.promised()),
                        wording.day(reference.p50Date()),
                        reference.p50AtLeast() ? " or later" : "",
                        wording.day(reference.p80Date()),
                        reference.p80AtLeast() ? " or later" : "");
    }

    private static String share(double share, boolean atLeast) {
        long percent = Math.round(share * 100);
        return atLeast
                ? "an unknown share, at least " + percent + " %"
                : percent <= 0 ? "nothing" : percent + " % or less";
    }

    /** What the trials say, with the plan's own percentile. */
    public String risk(Risk risk) {
        String trials = "Half of %s trials came in by %s, and four of five by %s."
                .formatted(wording.count(risk.trials()), wording.day(risk.p50()), wording.day(risk.p80()));
        Double share = risk.plannedShare();
        return share == null
                ? trials
                : trials
                        + " The date on file, %s, is a P%d date: it held in %s of 100 trials."
                                .formatted(wording.day(risk.planned()), percentile(share), hundredths(share));
    }

    static long percentile(double share) {
        return Math.round(share * 100);
    }

    private static String hundredths(double share) {
        return share > 0 && share < 0.01 ? "fewer than 1" : Long.toString(percentile(share));
    }

    /** One row of the warning times. */
    public String days(@Nullable Long days) {
        if (days == null) {
            return "nothing said";
        }
        return days < 0 ? "said " + wording.days(-days) + " after" : wording.days(days) + " before";
    }

    /** One agency or program. */
    public String median(WarningTimes.Group group) {
        Long median = group.medianDays();
        return median == null ? "nothing missed" : wording.days(median);
    }
}
