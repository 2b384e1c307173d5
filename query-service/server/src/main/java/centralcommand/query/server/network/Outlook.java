package centralcommand.query.server.network;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Work;
import centralcommand.schedule.network.EarlyDates;
import centralcommand.schedule.network.Floats;
import centralcommand.schedule.network.Network;
import centralcommand.schedule.network.Reported;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The network of one portfolio with all its dates: what the reports on file say together. Precision is carried as an interval: one pass takes
 * the first day of every period, one the last.
 *
 * <p>Where milestones are withheld, the dates are those of a network in which they wait for nothing, so that their owners' dates stand and
 * nothing that follows from them says more.
 */
public final class Outlook {
    /** Before anything can be: what waits for nothing and has no date holds nobody up. */
    private static final LocalDate START = LocalDate.of(1978, 1, 1);

    private final Model model;
    private final Set<MilestoneId> withheld;
    private final @Nullable EarlyDates<MilestoneId> first;
    private final @Nullable EarlyDates<MilestoneId> last;

    /** In the order of the network; null where nothing is hidden. */
    private final @Nullable Hidden[] hiddenByOrder;

    private final Map<MilestoneId, Hidden> hidden;
    private volatile @Nullable Floats<MilestoneId> floats;
    private volatile @Nullable Slips slips;
    private final Map<ProgramId, Optional<Integer>> leastFloats = new ConcurrentHashMap<>();

    /** @param last the last day on which the milestone can be reached at the earliest, every date coming at the end of its period */
    public record Span(LocalDate first, LocalDate last) {
        /** Days from the first to the last, both included. */
        long widthDays() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /**
     * A date that is earlier than what it waits for allows, by more than precision.
     *
     * @param days by which the last day of the span lies after the owner's date
     */
    public record Hidden(Milestone milestone, Dated onFile, Span span, long days) {
        /** The agency that answers for it. */
        Agency owner() {
            return milestone.program().leadAgency();
        }

        /** Whether it is of this date: the one before which the milestone cannot be reached, as it is shown. */
        public boolean isOf(LocalDate implied) {
            return span.last().equals(implied);
        }
    }

    private Outlook(Model model, Set<MilestoneId> withheld, @Nullable Outlook before) {
        this.model = model;
        this.withheld = withheld;
        Outlook known = before != null && before.model.isLaidOutAs(model) ? before : null;
        BitSet changed = known == null ? new BitSet() : changedSince(known);
        first = dates(known == null ? null : known.first, changed, Node::first, Awaited::first);
        last = dates(known == null ? null : known.last, changed, Node::last, Awaited::last);
        hiddenByOrder = last == null ? new Hidden[0] : hiddenSlips(last, changed, known);
        hidden = byMilestone(hiddenByOrder);
    }

    /** @param before an earlier one, of which whatever has not changed is kept */
    static Outlook of(Portfolio portfolio, LocalDate today, @Nullable Outlook before) {
        return new Outlook(Model.of(portfolio, today, before == null ? null : before.model), Set.of(), before);
    }

    /** In which those that are withheld wait for nothing. */
    private @Nullable Network<MilestoneId> network() {
        Network<MilestoneId> whole = model.network();
        return whole == null || withheld.isEmpty() ? whole : whole.detached(withheld);
    }

    /** Those of which something else is said, or that wait for something else. */
    private BitSet changedSince(Outlook before) {
        BitSet changed = model.changedSince(before.model);
        Stream.of(withheld, before.withheld)
                .flatMap(Set::stream)
                .filter(id -> has(id) && withholds(id) != before.withholds(id))
                .forEach(id -> changed.set(order(id)));
        return changed;
    }

    /** Milestones of which something else is said or shown than there; empty where the two are laid out otherwise, so that all may be others. */
    public Optional<List<Milestone>> changedFrom(Outlook there) {
        return model.isLaidOutAs(there.model)
                ? Optional.of(
                        changedSince(there).stream().mapToObj(this::milestone).toList())
                : Optional.empty();
    }

    private @Nullable EarlyDates<MilestoneId> dates(
            @Nullable EarlyDates<MilestoneId> before,
            BitSet changed,
            Function<Node, @Nullable Reported> report,
            Function<Awaited, LocalDate> day) {
        Network<MilestoneId> network = network();
        IntFunction<@Nullable Reported> reports = place -> report.apply(model.node(place));
        return network == null
                ? null
                : before == null
                        ? network.earlyByOrder(START, reports, awaited(day))
                        : before.after(network, changed, reports, awaited(day));
    }

    private IntFunction<@Nullable LocalDate> awaited(Function<Awaited, LocalDate> day) {
        return place -> awaited(model.node(place).id()).map(day).orElse(null);
    }

    /** The same, as it is seen by one who may not know that these are later than their owners say. */
    Outlook withholding(Set<MilestoneId> ids) {
        return ids.equals(withheld) ? this : new Outlook(model, Set.copyOf(ids), this);
    }

    Portfolio portfolio() {
        return model.portfolio();
    }

    public Calendars calendars() {
        return model.calendars();
    }

    /** Whether the network has the milestone: it has not those of cancelled programs that were never reached. */
    public boolean has(MilestoneId id) {
        return model.has(id);
    }

    public Work work(MilestoneId id) {
        return model.node(id).milestone().work();
    }

    /** How long it is taken to last, in working days; 0 where nothing is known. */
    public int durationDays(MilestoneId id) {
        return model.node(id).durationDays();
    }

    /** The hand-offs that it waits for, where any is promised and the viewer may see what follows for it. */
    public Optional<Awaited> awaited(MilestoneId id) {
        return model.awaited(id).filter(waitsFor -> !withholds(id));
    }

    /** What the milestone waits for: one tie for each link, or for each milestone of a program that is waited for as a whole. */
    public List<Tie> ties(MilestoneId waiting) {
        return model.layout().ties(waiting);
    }

    /** Ties by the milestone that waits. */
    public Collection<List<Tie>> ties() {
        return model.layout().ties().values();
    }

    /** Entries of links, or of hand-offs, that would have closed a circle. */
    public List<Fact<?>> leftOut() {
        return model.layout().leftOut();
    }

    /** Whether the viewer may not know yet that its owner's date is too early, so nothing may be said that follows from what it waits for. */
    public boolean withholds(MilestoneId id) {
        return withheld.contains(id);
    }

    /** Milestones that wait for nothing here because the viewer may not see yet what follows for them. */
    Set<MilestoneId> withheld() {
        return withheld;
    }

    /** Its place in an order in which each comes after what it waits for; those that the network has not come last. */
    public int order(MilestoneId id) {
        return model.order(id);
    }

    // ---- dates

    /** When it can be reached at the earliest if what is reported of all that it waits for is believed; empty where nothing is, or it waits for nothing. */
    public Optional<Span> implied(MilestoneId id) {
        if (first == null || last == null || !has(id)) {
            return Optional.empty();
        }
        Optional<LocalDate> end = last.impliedByReports(id);
        return first.impliedByReports(id).flatMap(start -> end.map(day -> new Span(start, day)));
    }

    /** Milestones that decide the last implied day, from the first of them to the one asked for. */
    public List<MilestoneId> impliedPath(MilestoneId id) {
        return last == null || !has(id) ? List.of() : last.impliedPath(id);
    }

    /** When it is expected or was reached as the network sees it: the date on file, or the implied one where that is later. */
    public Optional<LocalDate> finish(MilestoneId id) {
        return last == null || !has(id) || !last.restsOnReports(id) ? Optional.empty() : Optional.of(last.finish(id));
    }

    /** First day of the work; empty where it is not known how long it takes. */
    public Optional<LocalDate> start(MilestoneId id) {
        return last == null || durationDays(id) == 0 || finish(id).isEmpty()
                ? Optional.empty()
                : Optional.of(last.start(id));
    }

    /** The last day of a program as the network sees it. */
    public Optional<LocalDate> end(ProgramId programId) {
        return finishes(programId).values().stream().max(LocalDate::compareTo);
    }

    /** When its milestones are expected or were reached, by order; those without a date are left out. */
    Map<Integer, LocalDate> finishes(ProgramId programId) {
        Part part = model.part(programId);
        Map<Integer, LocalDate> days = new HashMap<>();
        if (part != null) {
            part.nodes().forEach(node -> finish(node.id()).ifPresent(day -> days.put(order(node.id()), day)));
        }
        return days;
    }

    /**
     * A milestone that is later than if a promise had been kept.
     *
     * @param kept when it would be
     * @param now when it is expected
     */
    public record Moved(Milestone milestone, LocalDate kept, LocalDate now) {}

    /** Whom a hand-off moves because it comes later than promised: those who wait for it, nearest first. */
    public List<Moved> movedBy(Handoff handoff, StatedDate promised) {
        MilestoneId to = handoff.request().toMilestoneId();
        Network<MilestoneId> network = network();
        if (network == null || last == null || !has(to) || withholds(to)) {
            return List.of();
        }
        Map<MilestoneId, Awaited> otherwise =
                Awaited.of(model.portfolio(), model.today(), Map.of(handoff.id(), promised));
        for (Tie tie : Tie.of(List.of(handoff))) {
            network = has(tie.from()) ? network.without(tie.asLink()) : network;
        }
        BitSet changed = new BitSet();
        changed.set(order(to));
        EarlyDates<MilestoneId> kept = last.after(
                network,
                changed,
                place -> model.node(place).last(),
                place -> withholds(model.node(place).id())
                        ? null
                        : otherwise.get(model.node(place).id()) instanceof Awaited then ? then.last() : null);
        return IntStream.range(order(to), model.size())
                .filter(place -> kept.finishByOrder(place).isBefore(last.finishByOrder(place)))
                .mapToObj(place ->
                        new Moved(model.node(place).milestone(), kept.finishByOrder(place), last.finishByOrder(place)))
                .toList();
    }

    /** What its slip against the first promise does to those who wait; empty where there is none. */
    public Optional<Downstream> downstream(Milestone milestone) {
        return has(milestone.id()) ? slips().of(milestone) : Optional.empty();
    }

    /** The same if it came on another day than it is expected; empty where that is no later than first promised. */
    public Optional<Downstream> downstream(Milestone milestone, LocalDate instead) {
        return has(milestone.id()) ? slips().of(milestone, instead) : Optional.empty();
    }

    private Slips slips() {
        Slips known = slips;
        if (known == null) {
            known = new Slips(
                    this,
                    Objects.requireNonNull(last),
                    place -> model.node(place).last(),
                    awaited(Awaited::last));
            slips = known;
        }
        return known;
    }

    /** By its place in the network. */
    Milestone milestone(int order) {
        return model.node(order).milestone();
    }

    // ---- room

    /**
     * Working days that it may slip before the end of its program, or of one that waits for it, moves beyond what that one promised.
     *
     * <p>The promise is the latest date of the program's current baselines; a program that promised nothing must keep the end that the network
     * sees. So a float is negative where the promise cannot be kept any more, and is shown as it is.
     */
    public Optional<Integer> totalFloatDays(MilestoneId id) {
        return finish(id).isEmpty()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(floats()).total(id));
    }

    /** Working days that it may slip before anything else, or the end of its program, moves. */
    public Optional<Integer> freeFloatDays(MilestoneId id) {
        return finish(id).isEmpty()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(floats()).free(id));
    }

    /** Whether it has the least total float of its program's open ones. */
    public boolean isCritical(MilestoneId id) {
        if (!has(id) || !model.node(id).isOpen()) {
            return false;
        }
        Optional<Integer> own = totalFloatDays(id);
        return own.isPresent()
                && own.equals(
                        leastFloatDays(model.node(id).milestone().program().id()));
    }

    private Optional<Integer> leastFloatDays(ProgramId programId) {
        return leastFloats.computeIfAbsent(programId, this::leastFloatOf);
    }

    private Optional<Integer> leastFloatOf(ProgramId programId) {
        return Objects.requireNonNull(model.part(programId)).nodes().stream()
                .filter(Node::isOpen)
                .flatMap(node -> totalFloatDays(node.id()).stream())
                .min(Integer::compareTo);
    }

    private @Nullable Floats<MilestoneId> floats() {
        Floats<MilestoneId> known = floats;
        if (known == null && last != null) {
            Layout.Groups programs = model.layout().programs();
            known = last.floats(
                    programs.byPlace(),
                    group -> Objects.requireNonNull(model.part(programs.ids().get(group)))
                            .promisedEnd());
            floats = known;
        }
        return known;
    }

    // ---- hidden slips

    /** Hidden slips by milestone. */
    public Map<MilestoneId, Hidden> hidden() {
        return hidden;
    }

    private static Map<MilestoneId, Hidden> byMilestone(@Nullable Hidden[] slips) {
        Map<MilestoneId, Hidden> byMilestone = new LinkedHashMap<>();
        for (Hidden slip : slips) {
            if (slip != null) {
                byMilestone.put(slip.milestone().id(), slip);
            }
        }
        return byMilestone;
    }

    /** @param before of which those are kept that are neither changed nor moved */
    private @Nullable Hidden[] hiddenSlips(EarlyDates<MilestoneId> late, BitSet changed, @Nullable Outlook before) {
        if (before == null || !before.model.today().equals(model.today())) {
            @Nullable Hidden[] slips = new Hidden[model.size()];
            Arrays.setAll(slips, place -> hiddenSlip(model.node(place), late.finishByOrder(place)));
            return slips;
        }
        @Nullable Hidden[] slips = before.hiddenByOrder.clone();
        BitSet again = (BitSet) changed.clone();
        again.or(Objects.requireNonNull(first).moved());
        again.or(late.moved());
        again.stream().forEach(place -> slips[place] = hiddenSlip(model.node(place), late.finishByOrder(place)));
        return slips;
    }

    private @Nullable Hidden hiddenSlip(Node node, LocalDate finish) {
        Dated onFile = node.onFile();
        // Most dates come after all that they wait for, and one look tells.
        if (onFile == null || !finish.isAfter(onFile.stated().date()) || !node.mayHideOn(model.today())) {
            return null;
        }
        return implied(node.id())
                .map(span -> new Hidden(
                        node.milestone(),
                        onFile,
                        span,
                        ChronoUnit.DAYS.between(onFile.stated().date(), span.last())))
                .filter(slip -> slip.days()
                        >= Math.max(
                                onFile.stated().precision().widthDays(),
                                slip.span().widthDays()))
                .orElse(null);
    }

    /** How many links there are from which a date follows: both ends are milestones, the first has a date, and the link closes no circle. */
    public int speakingLinks() {
        BitSet speaking = new BitSet();
        for (int place = 0; place < model.size(); place++) {
            if (Objects.requireNonNull(last).restsOnReportsByOrder(place)) {
                for (int link : model.layout().linksFrom()[place]) {
                    speaking.set(link);
                }
            }
        }
        return speaking.cardinality();
    }
}
