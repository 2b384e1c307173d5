package centralcommand.query.server.handoff;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Risk;
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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the two dates of a link say of it, by what is on file; a day that passed counts, one that is to come does not. */
final class LinkRisks {
    private static final Comparator<AtRisk> GRAVEST_FIRST = Comparator.comparing(AtRisk::risk)
            .thenComparing(AtRisk::days, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(link -> link.linkId().value());

    private static final Set<Risk> ENDANGERED = EnumSet.of(Risk.CROSSED, Risk.OUT_OF_ORDER, Risk.SILENT, Risk.IN_DOUBT);

    private final Ends ends;
    private final LocalDate today;

    private LinkRisks(Ends ends, LocalDate today) {
        this.ends = ends;
        this.today = today;
    }

    /** Links from one program to another, or from outside, the gravest first. */
    static List<AtRisk> of(Sight sight, Ends ends, Filter filter) {
        LinkRisks risks = new LinkRisks(ends, sight.today());
        return Crossing.of(sight.portfolio()).links().stream()
                .filter(link -> risks.admits(filter, link.event()))
                .map(risks::of)
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    /** Links that something on file speaks against; that nothing is on file is no risk that was found. */
    static List<Fact<MilestonesLinked>> endangered(Sight sight, Ends ends) {
        LinkRisks risks = new LinkRisks(ends, sight.today());
        return Crossing.of(sight.portfolio()).links().stream()
                .filter(link -> ENDANGERED.contains(risks.finding(link.event()).risk()))
                .toList();
    }

    /**
     * Links from one program to another, or from outside; the same as long as no link comes or goes.
     *
     * @param all of which they were picked
     */
    private record Crossing(List<Fact<MilestonesLinked>> all, List<Fact<MilestonesLinked>> links) {
        static Crossing of(Portfolio portfolio) {
            List<Fact<MilestonesLinked>> all = portfolio.links();
            return portfolio.derived(
                    Crossing.class,
                    before -> before != null && before.all == all
                            ? before
                            : new Crossing(
                                    all,
                                    all.stream()
                                            .filter(link -> crosses(link.event()))
                                            .toList()));
        }

        private static boolean crosses(MilestonesLinked link) {
            return !Objects.equals(link.from().programId(), link.to().programId());
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

    private Finding finding(MilestonesLinked link) {
        Milestone from = ends.milestone(link.from().milestoneId());
        Milestone to = ends.milestone(link.to().milestoneId());
        if (to != null && to.actual() != null) {
            return ofReached(link, from, to);
        }
        Dated given = onFile(from);
        Dated awaited = onFile(to);
        if (given != null && awaited != null && given.daysAfter(awaited) > 0 && !given.isWithinPrecisionOf(awaited)) {
            long days = given.daysAfter(awaited);
            return new Finding(
                    Risk.CROSSED,
                    days,
                    () -> "%s, %s after %s, on file for %s."
                            .formatted(
                                    stands(link, from, given),
                                    Words.days(days),
                                    ends.name(link.to()),
                                    Ends.day(awaited.stated())));
        }
        return ofOpen(link, from, given, awaited);
    }

    /** The one who waits was reached: was what it waited for? */
    private Finding ofReached(MilestonesLinked link, @Nullable Milestone from, Milestone to) {
        Dated reached = Objects.requireNonNull(to.actual());
        Supplier<String> sentence = () -> ends.name(link.to()) + " was reached " + Ends.day(reached.stated());
        if (from == null) {
            return new Finding(
                    Risk.NONE,
                    null,
                    () -> "%s; when %s gave what it waited for is not on file."
                            .formatted(sentence.get(), ends.name(link.from())));
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
                                    ends.name(link.from()),
                                    onFile == null ? "" : ", on file for " + Ends.day(onFile.stated()) + ","));
        }
        boolean after = given.daysAfter(reached) > 0 && !given.isWithinPrecisionOf(reached);
        return new Finding(
                after ? Risk.OUT_OF_ORDER : Risk.NONE,
                null,
                () -> "%s, %s %s %s%s"
                        .formatted(
                                sentence.get(),
                                after ? "before" : "and",
                                ends.name(link.from()),
                                Ends.day(given.stated()),
                                after ? ": the link is wrong, or something was skipped." : "."));
    }

    private Finding ofOpen(
            MilestonesLinked link, @Nullable Milestone from, @Nullable Dated given, @Nullable Dated awaited) {
        if (from == null) {
            boolean outside = link.from().programId() == null;
            return new Finding(
                    Risk.UNDATED,
                    null,
                    () -> (outside
                                    ? "%s is outside, and no date of theirs is on file. %s"
                                    : "%s as a whole has no one date. %s")
                            .formatted(ends.name(link.from()), waits(link, awaited)));
        }
        return switch (from.status(today)) {
            case NO_DATE ->
                new Finding(
                        Risk.UNDATED,
                        null,
                        () -> "%s has no date. %s".formatted(ends.name(link.from()), waits(link, awaited)));
            case NO_REPORT ->
                new Finding(
                        Risk.SILENT,
                        null,
                        () -> "%s; that passed %s ago and nobody has said anything since. %s"
                                .formatted(
                                        stands(link, from, Objects.requireNonNull(given)),
                                        ago(given),
                                        waits(link, awaited)));
            case IN_DOUBT ->
                new Finding(
                        Risk.IN_DOUBT,
                        null,
                        () -> "%s is in doubt%s. %s"
                                .formatted(
                                        ends.name(link.from()),
                                        given == null ? "" : ", last on file for " + Ends.day(given.stated()),
                                        waits(link, awaited)));
            case PAUSED, WITHDRAWN ->
                new Finding(
                        Risk.IN_DOUBT,
                        null,
                        () -> "The program of %s is %s. %s"
                                .formatted(
                                        ends.name(link.from()),
                                        Words.plain(from.program().status()),
                                        waits(link, awaited)));
            case ON_TRACK, LATE, DONE, DONE_LATE ->
                new Finding(
                        Risk.NONE,
                        null,
                        () -> "%s. %s"
                                .formatted(stands(link, from, Objects.requireNonNull(given)), waits(link, awaited)));
        };
    }

    private String ago(Dated given) {
        return Words.days(DAYS.between(given.stated().date(), today));
    }

    private String stands(MilestonesLinked link, @Nullable Milestone from, Dated given) {
        boolean reached = from != null && from.actual() != null;
        boolean passed = given.stated().date().isBefore(today);
        return ends.name(link.from())
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
