package centralcommand.query.server.handoff;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.schedule.Handoffs.Contested;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.query.contract.schedule.Handoffs.State;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hand-offs that were asked for, those first that break first. */
final class Promises {
    /** Broken ones that are still owed, then what is open, by its day; last what is over, the latest first. */
    private static final Comparator<Promise> BREAKS_FIRST = Comparator.comparing(Promises::rank)
            .thenComparing(promise -> rank(promise) == 0 ? -lateDays(promise) : 0)
            .thenComparing(promise -> rank(promise) == 2 ? LocalDate.MAX : day(promise))
            .thenComparing(Promise::position, Comparator.reverseOrder());

    private final Sight sight;
    private final Ends ends;
    private final List<Handoff> handoffs;

    private Promises(Sight sight, Ends ends, List<Handoff> handoffs) {
        this.sight = sight;
        this.ends = ends;
        this.handoffs = handoffs;
    }

    /** Those that are moved, without those whose owners are to be told before others are. */
    private List<Push> moved(Handoff handoff, StatedDate kept) {
        return Disclosure.outlook(sight).movedBy(handoff, kept).stream()
                .map(moved -> new Push(
                        moved.milestone().id(),
                        moved.milestone().title(),
                        moved.milestone().program().id(),
                        moved.kept(),
                        moved.now(),
                        DAYS.between(moved.kept(), moved.now())))
                .toList();
    }

    static List<Promise> of(Sight sight, Ends ends, Filter filter) {
        List<Handoff> handoffs = sight.portfolio().handoffs();
        Promises promises = new Promises(sight, ends, handoffs);
        return handoffs.stream()
                .flatMap(handoff -> promises.of(handoff, filter))
                .sorted(BREAKS_FIRST)
                .toList();
    }

    /** Hand-offs that are owed and cannot come as promised, or did not. */
    static List<Handoff> broken(Sight sight, Ends ends) {
        List<Handoff> handoffs = sight.portfolio().handoffs();
        Promises promises = new Promises(sight, ends, handoffs);
        return handoffs.stream()
                .filter(handoff ->
                        handoff.isOwed() && !promises.whyBroken(handoff).isEmpty())
                .toList();
    }

    private static int rank(Promise promise) {
        boolean over = promise.state() == State.DECLINED || promise.state() == State.CONFIRMED;
        return over ? 2 : promise.broken() ? 0 : 1;
    }

    private static long lateDays(Promise promise) {
        return promise.lateDays() == null ? 0 : promise.lateDays();
    }

    private static LocalDate day(Promise promise) {
        return promise.promised() == null ? promise.neededBy() : promise.promised();
    }

    private Stream<Promise> of(Handoff handoff, Filter filter) {
        Program from = ends.program(handoff.request().fromProgramId());
        Program to = ends.program(handoff.request().toProgramId());
        if (from == null || to == null || !filter.admits(from) && !filter.admits(to)) {
            return Stream.of();
        }
        Promise promise = of(handoff, from, to);
        return filter.mentions(promise.deliverable(), from.name(), to.name(), promise.toMilestone())
                ? Stream.of(promise)
                : Stream.of();
    }

    private Promise of(Handoff handoff, Program from, Program to) {
        StatedDate first = handoff.first();
        StatedDate promised = handoff.promised();
        HandoffRenegotiated proposal = handoff.proposal();
        HandoffDelivered delivery = handoff.delivery();
        Milestone giving = ends.milestone(handoff.request().fromMilestoneId());
        LocalDate comes = comes(handoff);
        Long late = first == null || comes == null || !comes.isAfter(first.date())
                ? null
                : DAYS.between(first.date(), comes);
        String broken = whyBroken(handoff);
        List<Push> moved = late == null || first == null ? List.of() : moved(handoff, first);
        return new Promise(
                handoff.id(),
                handoff.state(),
                handoff.request().deliverable(),
                from.id(),
                from.name(),
                handoff.request().fromMilestoneId(),
                from.leadAgency(),
                to.id(),
                to.name(),
                handoff.request().toMilestoneId(),
                ends.title(to.id(), handoff.request().toMilestoneId()),
                to.leadAgency(),
                handoff.request().neededBy().date(),
                first == null ? null : first.date(),
                promised == null ? null : promised.date(),
                proposal == null ? null : proposal.proposed().date(),
                proposal == null ? null : handoff.last().by().agency(),
                giving == null || giving.onFile() == null
                        ? null
                        : Objects.requireNonNull(giving.onFile()).stated().date(),
                delivery == null ? null : delivery.date(),
                contested(handoff),
                late,
                !broken.isEmpty(),
                broken.isEmpty() ? lastAnswer(handoff) : broken,
                toAct(handoff, from.leadAgency(), to.leadAgency()),
                moved,
                handoff.last().position(),
                Figures.handoff(handoff.id()));
    }

    /** The day on which it comes by what its two sides say, or when the giving milestone is expected, if that is later; absent where nothing is promised. */
    private @Nullable LocalDate comes(Handoff handoff) {
        Program from = ends.program(handoff.request().fromProgramId());
        StatedDate said = handoff.comes(from == null ? null : from.leadAgency(), sight.today());
        StatedDate promised = handoff.promised();
        if (said == null || promised == null) {
            return null;
        }
        Dated expected = handoff.isOwed() ? expectedLate(handoff, promised) : null;
        return expected == null
                ? said.date()
                : later(said.date(), expected.stated().date());
    }

    private boolean isOverdue(Handoff handoff, StatedDate promised) {
        return handoff.isOwed() && promised.date().isBefore(handoff.silentUntil(sight.today()));
    }

    /** The date of the giving milestone where it lies after the promise, by more than precision. */
    private @Nullable Dated expectedLate(Handoff handoff, StatedDate promised) {
        Milestone giving = ends.milestone(handoff.request().fromMilestoneId());
        Dated expected = giving == null ? null : giving.onFile();
        if (expected == null) {
            return null;
        }
        long days = DAYS.between(promised.date(), expected.stated().date());
        int width = Math.max(
                promised.precision().widthDays(), expected.stated().precision().widthDays());
        return days > 0 && days >= width ? expected : null;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Why the promise that holds now was not kept, or cannot be; empty where it can. */
    private String whyBroken(Handoff handoff) {
        StatedDate promised = handoff.promised();
        if (promised == null) {
            return "";
        }
        HandoffDelivered delivery = handoff.delivery();
        if (delivery != null && handoff.isOver()) {
            return delivery.date().isAfter(promised.date())
                    ? "It was delivered %s, %s after the promised %s."
                            .formatted(
                                    Words.day(delivery.date()),
                                    Words.days(DAYS.between(promised.date(), delivery.date())),
                                    Ends.day(promised))
                    : "";
        }
        if (isOverdue(handoff, promised)) {
            LocalDate silent = handoff.silentUntil(sight.today());
            String passed = Words.days(DAYS.between(promised.date(), silent));
            return delivery == null
                    ? "It was promised for %s; that passed %s ago and nothing was delivered."
                            .formatted(Ends.day(promised), passed)
                    : "It was promised for %s; that passed %s before its giver said that it is delivered, which is not confirmed."
                            .formatted(Ends.day(promised), passed);
        }
        Dated expected = expectedLate(handoff, promised);
        return expected == null
                ? ""
                : "The milestone that gives it is expected %s, %s after the promised %s."
                        .formatted(
                                Ends.day(expected.stated()),
                                Words.days(DAYS.between(
                                        promised.date(), expected.stated().date())),
                                Ends.day(promised));
    }

    private static String lastAnswer(Handoff handoff) {
        return switch (handoff.last().event()) {
            case HandoffDeclined e -> e.reason();
            case HandoffRenegotiated e -> e.narrative();
            default -> "";
        };
    }

    private static @Nullable Contested contested(Handoff handoff) {
        return handoff.last().event() instanceof HandoffContested e
                ? new Contested(
                        handoff.last().by().agency(),
                        handoff.last().saidOn(),
                        e.reason(),
                        handoff.last().position())
                : null;
    }

    private static @Nullable Agency toAct(Handoff handoff, Agency giver, Agency receiver) {
        return switch (handoff.state()) {
            case REQUESTED, PROMISED -> giver;
            case RENEGOTIATING -> giver.equals(handoff.last().by().agency()) ? receiver : giver;
            case DELIVERED -> receiver;
            case DECLINED, CONFIRMED -> null;
        };
    }
}
