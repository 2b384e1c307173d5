package centralcommand.query.server.promise;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.schedule.Promises.Basis;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.contract.schedule.Promises.Risk;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import centralcommand.schedule.network.Activity;
import centralcommand.schedule.network.CycleException;
import centralcommand.schedule.network.Network;
import centralcommand.schedule.risk.Outcomes;
import centralcommand.schedule.risk.TooMuchToTryException;
import centralcommand.schedule.risk.Trials;
import centralcommand.schedule.risk.Triangular;
import centralcommand.schedule.risk.Uncertain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a milestone will be reached, by trials over all that it waits for: of each, the duration is drawn where somebody estimated one, else
 * the overrun of its latest promise; what has neither is held at its date on file.
 *
 * @param note what was drawn, or why nothing was
 * @param drawn what was known of each, the milestone itself first
 */
record RiskView(@Nullable Risk risk, String note, List<Known> drawn) {
    private static final int TRIALS = 10_000;
    private static final double ROUNDING = 1e-6;

    /** What is made of a milestone. */
    enum Taken {
        REACHED,
        /** Its duration is drawn. */
        ESTIMATED,
        /** The overrun of its latest promise is drawn. */
        PROMISED,
        /** Nothing is drawn: it ends on the day on file. */
        HELD,
        /** Nothing is known. */
        UNDATED
    }

    /**
     * What is known of one milestone.
     *
     * @param entry that says so; absent where nothing is known
     * @param from the class from which its overrun is drawn; absent where none is
     */
    record Known(
            Milestone milestone,
            Taken taken,
            Uncertain uncertain,
            @Nullable Fact<?> entry,
            @Nullable From from) {

        Known(Milestone milestone, Taken taken, Uncertain uncertain, @Nullable Fact<?> entry) {
            this(milestone, taken, uncertain, entry, null);
        }

        boolean isDrawn() {
            return taken == Taken.ESTIMATED || taken == Taken.PROMISED;
        }
    }

    /**
     * A class from which overruns are drawn.
     *
     * @param milestones how many there are in it, each with one promise
     * @param instead whether of the promises that are like the one in question too few came to an end
     */
    record From(Like like, int milestones, boolean instead) {
        /** "the later promises of 7 milestones". */
        String words() {
            return "the %s of %s%s"
                    .formatted(
                            ReferenceView.plural(like),
                            Words.count(milestones, "milestone", "milestones"),
                            instead ? " (of those like it too few came to an end)" : "");
        }
    }

    static RiskView of(Sight sight, Milestone milestone, KnownPromises all) {
        KnownPromises promises = all.without(milestone.id());
        String nothing = ReferenceView.nothingToForetell(milestone);
        if (!nothing.isEmpty()) {
            return nothing(nothing);
        }
        Outlook outlook = Disclosure.outlook(sight);
        WaitedFor waitedFor = WaitedFor.of(sight.portfolio(), outlook, milestone);
        Map<MilestoneId, Known> known = new LinkedHashMap<>();
        waitedFor.milestones().forEach((id, each) -> known.put(id, known(sight, outlook, each, milestone, promises)));
        List<Known> drawn = List.copyOf(known.values());
        if (!drawn.getFirst().isDrawn()) {
            return nothing(whyNothing(sight, milestone));
        }
        try {
            Network<MilestoneId> network = Network.of(
                    drawn.stream()
                            .map(each -> new Activity<>(
                                    each.milestone().id(),
                                    0,
                                    sight.portfolio()
                                            .calendarOf(
                                                    each.milestone().program().leadAgency(), sight.today())))
                            .toList(),
                    waitedFor.links());
            Trials<MilestoneId> trials = Trials.of(
                    network,
                    milestone.id(),
                    sight.today().toEpochDay(),
                    id -> Optional.ofNullable(known.get(id))
                            .map(Known::uncertain)
                            .orElseThrow());
            int affordable = trials.affordable(TRIALS);
            long seed = seed(sight, milestone);
            Risk risk = risk(sight, drawn, waitedFor.undated(), affordable, seed, trials.run(affordable, seed));
            return new RiskView(risk, note(risk, drawn), drawn);
        } catch (CycleException | TooMuchToTryException e) {
            return nothing(String.valueOf(e.getMessage()));
        }
    }

    private static RiskView nothing(String note) {
        return new RiskView(null, note, List.of());
    }

    private static String whyNothing(Sight sight, Milestone milestone) {
        return Promise.of(milestone).isEmpty()
                ? "No date was promised for it and no duration estimated, so there is nothing to draw."
                : "Nobody estimated its duration, and fewer than %d promises of its class, each of another milestone, are known to have ended with a larger overrun than this one has already: too few to draw from."
                        .formatted(KnownPromises.FEWEST);
    }

    private static Known known(Sight sight, Outlook outlook, Milestone each, Milestone asked, KnownPromises promises) {
        Dated actual = each.actual();
        if (actual != null) {
            return new Known(
                    each,
                    Taken.REACHED,
                    new Uncertain.Ended(boundAfter(actual.stated().date())),
                    actual.entry());
        }
        double handed = handed(outlook, each.id());
        double due = Math.max(handed, sight.today().toEpochDay());
        Known undated = new Known(each, Taken.UNDATED, new Uncertain.Takes(due, probability -> 0), null);
        return each.program().status() == ProgramStatus.CANCELLED
                ? undated
                : Optional.ofNullable(each.work().estimate())
                        .map(estimate -> estimated(outlook, each, handed, estimate))
                        .or(() -> promised(sight, each, handed, asked, promises))
                        .or(() -> held(each, handed))
                        .orElse(undated);
    }

    /** The bound by which the last hand-off comes that a milestone waits for: nothing that waits for it ends before. */
    private static double handed(Outlook outlook, MilestoneId id) {
        return outlook.awaited(id).map(awaited -> boundAfter(awaited.last())).orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * The estimate is of the work from the day on which it was made, and of what follows all that it waits for, hand-offs included; what was
     * used of a margin is gone.
     */
    private static Known estimated(Outlook outlook, Milestone each, double handed, Fact<DurationEstimated> fact) {
        DurationEstimated e = fact.event();
        int usedDays = each.kind() == MilestoneKind.MARGIN ? each.work().usedDays() : 0;
        Triangular whole = new Triangular(e.lowDays(), e.likelyDays(), e.highDays());
        return new Known(
                each,
                Taken.ESTIMATED,
                new Uncertain.Takes(
                        Math.max(
                                startOnFile(outlook, each.id()),
                                Math.max(handed, fact.saidOn().toEpochDay())),
                        probability -> Math.max(0, whole.quantile(probability) - usedDays)),
                fact);
    }

    /**
     * The bound at which the network has the work begin, where the date on file decides that because it is later than what the links imply. Where
     * links decide, they do in each trial too: a floor at the most likely days of what was drawn already would cut off every trial in which that was
     * quicker.
     */
    private static long startOnFile(Outlook outlook, MilestoneId id) {
        return outlook.finish(id)
                .filter(finish -> outlook.implied(id)
                        .map(implied -> implied.last().isBefore(finish))
                        .orElse(true))
                .map(finish -> outlook.start(id).orElse(finish.plusDays(1)).toEpochDay())
                .orElse(Long.MIN_VALUE);
    }

    /** Whoever waits for it cannot begin before the day on file, so to take it as due now would be too early. */
    private static Optional<Known> held(Milestone each, double handed) {
        return Optional.ofNullable(each.onFile()).map(onFile -> {
            double bound = Math.max(handed, boundAfter(onFile.stated().date()));
            return new Known(each, Taken.HELD, new Uncertain.Ends(probability -> bound), onFile.entry());
        });
    }

    private static double boundAfter(LocalDate day) {
        return day.toEpochDay() + 1.0;
    }

    private static Optional<Known> promised(
            Sight sight, Milestone each, double handed, Milestone asked, KnownPromises promises) {
        List<Promise> all = Promise.of(each);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Promise latest = all.getLast();
        KnownPromises others = promises.without(each.id());
        Like own = latest.like();
        // Of another milestone on the way it is better to draw from the other class than to take its promise as
        // certain.
        Like like = others.classOf(own).isPresent() || each.equals(asked)
                ? own
                : (own == Like.FIRST ? Like.LATER : Like.FIRST);
        double already = (double) DAYS.between(latest.date(), sight.today()) / latest.scale();
        double promised = boundAfter(latest.date());
        return others.classOf(like)
                .filter(found -> found.beyond(already) >= KnownPromises.FEWEST)
                .map(found -> {
                    DoubleUnaryOperator overrun = found.percentilesBeyond(already);
                    return new Known(
                            each,
                            Taken.PROMISED,
                            new Uncertain.Ends(probability ->
                                    Math.max(handed, promised + latest.scale() * overrun.applyAsDouble(probability))),
                            latest.dated().entry(),
                            new From(like, found.resolved() + found.open(), like != own));
                });
    }

    /** The same position gives the same answer; as many bits as every reader of JSON can hold. */
    private static long seed(Sight sight, Milestone milestone) {
        long mixed = (milestone.id().value().hashCode() * 0x9E3779B97F4A7C15L
                        + sight.standpoint().position())
                * 0xD1342543DE82EF95L;
        return mixed >>> 11;
    }

    private static Risk risk(Sight sight, List<Known> drawn, int outside, int trials, long seed, Outcomes outcomes) {
        Milestone milestone = drawn.getFirst().milestone();
        List<Promise> promises = Promise.of(milestone);
        LocalDate planned = promises.isEmpty() ? null : promises.getLast().date();
        int estimated = count(drawn, Taken.ESTIMATED);
        int promised = count(drawn, Taken.PROMISED);
        return new Risk(
                trials,
                seed,
                promised == 0 ? Basis.THREE_POINT : estimated == 0 ? Basis.REFERENCE_CLASS : Basis.BOTH,
                estimated,
                promised,
                count(drawn, Taken.REACHED),
                count(drawn, Taken.HELD),
                count(drawn, Taken.UNDATED) + outside,
                day(outcomes.percentile(0.5)),
                day(outcomes.percentile(0.8)),
                planned,
                planned == null ? null : outcomes.shareUpTo(end(planned)),
                Bins.of(outcomes, trials),
                Figures.risk(milestone.id()));
    }

    private static int count(List<Known> drawn, Taken which) {
        return (int) drawn.stream().filter(known -> known.taken() == which).count();
    }

    /** The bound at which a day ends. */
    static double end(LocalDate day) {
        return day.toEpochDay() + 1 + ROUNDING;
    }

    /** The day that ends at a bound, or in which it falls. */
    static LocalDate day(double bound) {
        return LocalDate.ofEpochDay((long) Math.ceil(bound - ROUNDING) - 1);
    }

    private static String note(Risk risk, List<Known> drawn) {
        List<String> parts = new ArrayList<>();
        if (risk.estimated() > 0) {
            parts.add(Words.count(risk.estimated(), "three-point estimate", "three-point estimates"));
        }
        drawn.stream()
                .flatMap(known -> Stream.ofNullable(known.from()))
                .collect(Collectors.groupingBy(From::words, LinkedHashMap::new, Collectors.counting()))
                .forEach((from, count) ->
                        parts.add(Words.count(count, "promise", "promises") + " with the overruns of " + from));
        return "%s, seed %d. Drawn, each independently: %s. Fixed: %s reached.%s%s"
                .formatted(
                        Words.count(risk.trials(), "trial", "trials"),
                        risk.seed(),
                        String.join("; ", parts),
                        Words.count(risk.reached(), "milestone", "milestones"),
                        risk.held() == 0
                                ? ""
                                : " It also waits for %s with a date on file but nothing to draw from, held at that date, or at today where that has passed."
                                        .formatted(Words.count(risk.held(), "milestone", "milestones")),
                        risk.undated() == 0
                                ? ""
                                : " It also waits for %s without a date that could be drawn or held; that adds no time here, so the truth may be later."
                                        .formatted(Words.count(risk.undated(), "other", "others")));
    }
}
