package centralcommand.query.server.handoff;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Risk;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the two dates of a link say of it, by what is on file; a day that passed counts, one that is to come does not. */
final class LinkRisks {
    private static final Comparator<AtRisk> GRAVEST_FIRST = Comparator.comparing(AtRisk::risk)
            .thenComparing(AtRisk::days, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(link -> link.linkId().value());

    private static final Set<Risk> ENDANGERED = EnumSet.of(Risk.CROSSED, Risk.OUT_OF_ORDER, Risk.SILENT, Risk.IN_DOUBT);

    private final Sight sight;
    private final Ends ends;
    private final Outlook outlook;

    private LinkRisks(Sight sight, Ends ends) {
        this.sight = sight;
        this.ends = ends;
        outlook = Disclosure.outlook(sight);
    }

    /** Links from one program to another, or from outside, the gravest first. */
    static List<AtRisk> of(Sight sight, Ends ends, Filter filter) {
        LinkRisks risks = new LinkRisks(sight, ends);
        return Crossing.of(sight.portfolio()).links().stream()
                .filter(link -> risks.admits(filter, link.event()))
                .map(risks::of)
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    /** Links that something on file speaks against; that nothing is on file is no risk that was found. */
    static List<Fact<MilestonesLinked>> endangered(Sight sight, Ends ends) {
        return judged(sight, ends).endangered();
    }

    /** How many they are. */
    static int endangeredCount(Sight sight, Ends ends) {
        return judged(sight, ends).places().cardinality();
    }

    private static Judged judged(Sight sight, Ends ends) {
        LinkRisks risks = new LinkRisks(sight, ends);
        Judged judged = sight.portfolio().derived(Judged.class, before -> Judged.of(risks, before));
        return judged.outlook == risks.outlook ? judged : Judged.of(risks, judged);
    }

    private boolean isEndangered(Fact<MilestonesLinked> link) {
        return ENDANGERED.contains(finding(link.event()).risk());
    }

    /**
     * Which of the crossing links something speaks against; of those judged before, the ones are judged anew of which an end changed.
     *
     * @param places in the list of them
     */
    private record Judged(Outlook outlook, LocalDate today, Crossing crossing, BitSet places) {
        static Judged of(LinkRisks risks, @Nullable Judged before) {
            Crossing crossing = Crossing.of(risks.sight.portfolio());
            LocalDate today = risks.sight.today();
            Optional<List<Milestone>> changed =
                    before == null || before.crossing != crossing || !before.today.equals(today)
                            ? Optional.empty()
                            : risks.outlook.changedFrom(before.outlook);
            BitSet places = before == null || changed.isEmpty() ? new BitSet() : (BitSet) before.places.clone();
            changed.map(crossing::touching)
                    .orElseGet(() -> IntStream.range(0, crossing.links().size()))
                    .forEach(place -> places.set(
                            place, risks.isEndangered(crossing.links().get(place))));
            return new Judged(risks.outlook, today, crossing, places);
        }

        List<Fact<MilestonesLinked>> endangered() {
            return places.stream().mapToObj(crossing.links()::get).toList();
        }
    }

    /**
     * Links from one program to another, or from outside; the same as long as no link comes or goes.
     *
     * @param all of which they were picked
     * @param places of those that an end touches, by the milestone or by the program that is waited for as a whole
     */
    private record Crossing(
            List<Fact<MilestonesLinked>> all, List<Fact<MilestonesLinked>> links, Map<Object, List<Integer>> places) {
        static Crossing of(Portfolio portfolio) {
            List<Fact<MilestonesLinked>> all = portfolio.links();
            return portfolio.derived(
                    Crossing.class, before -> before != null && before.all == all ? before : among(all));
        }

        private static Crossing among(List<Fact<MilestonesLinked>> all) {
            List<Fact<MilestonesLinked>> links =
                    all.stream().filter(link -> crosses(link.event())).toList();
            Map<Object, List<Integer>> places = new HashMap<>();
            for (int place = 0; place < links.size(); place++) {
                MilestonesLinked link = links.get(place).event();
                for (LinkEnd end : List.of(link.from(), link.to())) {
                    Object touched = end.milestoneId() == null ? end.programId() : end.milestoneId();
                    if (touched != null) {
                        places.computeIfAbsent(touched, id -> new ArrayList<>()).add(place);
                    }
                }
            }
            return new Crossing(all, links, places);
        }

        private static boolean crosses(MilestonesLinked link) {
            return !Objects.equals(link.from().programId(), link.to().programId());
        }

        IntStream touching(List<Milestone> milestones) {
            return milestones.stream()
                    .flatMap(milestone ->
                            Stream.of(milestone.id(), milestone.program().id()))
                    .distinct()
                    .flatMap(id -> places.getOrDefault(id, List.of()).stream())
                    .mapToInt(Integer::intValue)
                    .distinct();
        }
    }

    private boolean admits(Filter filter, MilestonesLinked link) {
        return Stream.of(link.from(), link.to())
                        .map(LinkEnd::programId)
                        .map(ends::program)
                        .filter(Objects::nonNull)
                        .anyMatch(filter::admits)
                && filter.mentions(ends.name(link.from()), ends.name(link.to()), link.note());
    }

    /** What is found, and how it reads once somebody does. */
    private record Finding(Risk risk, @Nullable Long days, Supplier<String> sentence) {}

    /**
     * One milestone that waits, and one that it waits for.
     *
     * @param giving absent where it is no milestone, or none that the viewer sees
     */
    private record Pair(
            MilestonesLinked link,
            LinkEnd from,
            @Nullable Milestone giving,
            @Nullable Milestone waiting) {}

    private AtRisk of(Fact<MilestonesLinked> fact) {
        MilestonesLinked link = fact.event();
        Dated from = onFile(ends.milestone(link.from().milestoneId()));
        Dated to = onFile(ends.milestone(link.to().milestoneId()));
        Finding finding = finding(link);
        return new AtRisk(
                link.linkId(),
                link.kind(),
                ends.name(link.from()),
                link.from().programId(),
                from == null ? null : from.stated().date(),
                ends.name(link.to()),
                link.to().programId(),
                to == null ? null : to.stated().date(),
                finding.risk(),
                finding.days(),
                finding.sentence().get(),
                fact.position(),
                Figures.link(link.linkId()));
    }

    /** Of a program as a whole each of its milestones is waited for, as in the network; the gravest tells. */
    private Finding finding(MilestonesLinked link) {
        Milestone waiting = ends.milestone(link.to().milestoneId());
        ProgramId giver = link.from().programId();
        if (link.from().milestoneId() != null || giver == null || waiting == null) {
            return finding(
                    new Pair(link, link.from(), ends.milestone(link.from().milestoneId()), waiting));
        }
        return ends.milestones(giver).stream()
                .map(giving -> finding(new Pair(link, new LinkEnd(giver, giving.id(), null), giving, waiting)))
                .filter(finding -> finding.risk() != Risk.UNDATED)
                .min(Comparator.comparing(Finding::risk)
                        .thenComparing(Finding::days, Comparator.nullsLast(Comparator.reverseOrder())))
                .orElseGet(() -> finding(new Pair(link, link.from(), null, waiting)));
    }

    private Finding finding(Pair pair) {
        Milestone from = pair.giving();
        Milestone to = pair.waiting();
        if (to != null && to.actual() != null) {
            return ofReached(pair, to.actual());
        }
        Dated given = onFile(from);
        Dated awaited = onFile(to);
        if (to == null
                || given == null
                || awaited == null
                || !crosses(pair, given, awaited)
                || outlook.withholds(to.id())) {
            return ofOpen(pair, given, awaited);
        }
        long days = given.daysAfter(awaited);
        return new Finding(
                Risk.CROSSED,
                days,
                () -> "%s, %s after %s, on file for %s."
                        .formatted(
                                stands(pair, given),
                                Words.days(days),
                                ends.name(pair.link().to()),
                                Ends.day(awaited.stated())));
    }

    /** Two ends are held against each other where the link is one of ends; what begins with another is seen in the network alone. */
    private static boolean crosses(Pair pair, Dated given, Dated awaited) {
        LinkType type = pair.link().type();
        return (type == null || type == LinkType.FINISH_TO_START || type == LinkType.FINISH_TO_FINISH)
                && given.daysAfter(awaited) > 0
                && !given.isWithinPrecisionOf(awaited);
    }

    /** The one who waits was reached: was what it waited for? */
    private Finding ofReached(Pair pair, Dated reached) {
        LinkEnd to = pair.link().to();
        Milestone from = pair.giving();
        Supplier<String> sentence = () -> ends.name(to) + " was reached " + Ends.day(reached.stated());
        if (from == null) {
            return new Finding(
                    Risk.NONE,
                    null,
                    () -> "%s; when %s gave what it waited for is not on file."
                            .formatted(sentence.get(), ends.name(pair.from())));
        }
        Dated given = from.actual();
        if (given == null) {
            Dated onFile = from.onFile();
            return new Finding(
                    Risk.OUT_OF_ORDER,
                    null,
                    () -> "%s, although %s%s was not reached before it: the link is wrong, or something was skipped."
                            .formatted(
                                    sentence.get(),
                                    ends.name(pair.from()),
                                    onFile == null ? "" : ", on file for " + Ends.day(onFile.stated()) + ","));
        }
        boolean after = crosses(pair, given, reached);
        return new Finding(
                after ? Risk.OUT_OF_ORDER : Risk.NONE,
                null,
                () -> "%s, %s %s %s%s"
                        .formatted(
                                sentence.get(),
                                after ? "before" : "and",
                                ends.name(pair.from()),
                                Ends.day(given.stated()),
                                after ? ": the link is wrong, or something was skipped." : "."));
    }

    private Finding ofOpen(Pair pair, @Nullable Dated given, @Nullable Dated awaited) {
        Milestone from = pair.giving();
        Supplier<String> waits = () -> waits(pair.link(), awaited);
        if (from == null) {
            boolean outside = pair.from().programId() == null;
            return new Finding(
                    Risk.UNDATED,
                    null,
                    () -> (outside
                                    ? "%s is outside, and no date of theirs is on file. %s"
                                    : "%s as a whole has no one date. %s")
                            .formatted(ends.name(pair.from()), waits.get()));
        }
        return switch (from.status(sight.today())) {
            case NO_DATE ->
                new Finding(
                        Risk.UNDATED, null, () -> "%s has no date. %s".formatted(ends.name(pair.from()), waits.get()));
            case NO_REPORT ->
                new Finding(
                        Risk.SILENT,
                        null,
                        () -> "%s; that passed %s ago and nobody has said anything since. %s"
                                .formatted(stands(pair, Objects.requireNonNull(given)), ago(given), waits.get()));
            case IN_DOUBT ->
                new Finding(
                        Risk.IN_DOUBT,
                        null,
                        () -> "%s is in doubt%s. %s"
                                .formatted(
                                        ends.name(pair.from()),
                                        given == null ? "" : ", last on file for " + Ends.day(given.stated()),
                                        waits.get()));
            case PAUSED, WITHDRAWN ->
                new Finding(
                        Risk.IN_DOUBT,
                        null,
                        () -> "The program of %s is %s. %s"
                                .formatted(
                                        ends.name(pair.from()),
                                        Words.plain(from.program().status()),
                                        waits.get()));
            case ON_TRACK, LATE, DONE, DONE_LATE ->
                new Finding(
                        Risk.NONE,
                        null,
                        () -> "%s. %s".formatted(stands(pair, Objects.requireNonNull(given)), waits.get()));
        };
    }

    private String ago(Dated given) {
        return Words.days(DAYS.between(given.stated().date(), sight.today()));
    }

    private String stands(Pair pair, Dated given) {
        Milestone from = pair.giving();
        boolean reached = from != null && from.actual() != null;
        boolean passed = given.stated().date().isBefore(sight.today());
        return ends.name(pair.from())
                + (reached ? " was reached " : passed ? " was expected " : " is expected ")
                + Ends.day(given.stated());
    }

    private String waits(MilestonesLinked link, @Nullable Dated awaited) {
        Program program = ends.program(link.to().programId());
        if (program == null && link.to().externalParty() == null) {
            return "";
        }
        return ends.name(link.to())
                + (awaited == null
                        ? " waits for it, without a date of its own."
                        : " waits for it, on file for " + Ends.day(awaited.stated()) + ".");
    }

    private static @Nullable Dated onFile(@Nullable Milestone milestone) {
        return milestone == null ? null : milestone.onFile();
    }
}
