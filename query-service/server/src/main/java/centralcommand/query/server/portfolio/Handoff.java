package centralcommand.query.server.portfolio;

import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.contract.schedule.Handoffs.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hand-off as it stands, by the words that stand; one whose word before does not stand says nothing, as for the rules of the commands.
 *
 * @param first the date that was promised first
 * @param promised the date that is promised now
 * @param entries all that led here, earliest first
 */
public record Handoff(
        HandoffRequested request,
        State state,
        @Nullable StatedDate first,
        @Nullable StatedDate promised,
        List<Fact<HandoffEvent>> entries) {

    public Handoff {
        entries = List.copyOf(entries);
    }

    /** In the order in which they were recorded, for each answers the one before. */
    static Optional<Handoff> of(List<Fact<HandoffEvent>> standing) {
        Handoff handoff = null;
        for (Fact<HandoffEvent> fact :
                standing.stream().sorted(Comparator.comparing(Fact::position)).toList()) {
            if (handoff != null) {
                handoff = handoff.evolve(fact);
            } else if (fact.event() instanceof HandoffRequested request) {
                handoff = new Handoff(request, State.REQUESTED, null, null, List.of(fact));
            }
        }
        return Optional.ofNullable(handoff);
    }

    private Handoff evolve(Fact<HandoffEvent> fact) {
        return switch (fact.event()) {
            case HandoffAccepted e
            when state == State.REQUESTED -> next(fact, State.PROMISED, e.promised(), e.promised());
            case HandoffAccepted e when state == State.RENEGOTIATING -> next(fact, State.PROMISED, first, e.promised());
            case HandoffDeclined e when state == State.REQUESTED -> next(fact, State.DECLINED, first, promised);
            case HandoffDeclined e when state == State.RENEGOTIATING -> next(fact, State.PROMISED, first, promised);
            case HandoffRenegotiated e when state == State.PROMISED -> next(fact, State.RENEGOTIATING, first, promised);
            case HandoffDelivered e
            when state == State.PROMISED || state == State.RENEGOTIATING ->
                next(fact, State.DELIVERED, first, promised);
            case HandoffContested e when state == State.DELIVERED -> next(fact, State.PROMISED, first, promised);
            case HandoffConfirmed e when state == State.DELIVERED -> next(fact, State.CONFIRMED, first, promised);
            case HandoffRequested ignored -> this;
            case HandoffAccepted ignored -> this;
            case HandoffDeclined ignored -> this;
            case HandoffRenegotiated ignored -> this;
            case HandoffDelivered ignored -> this;
            case HandoffContested ignored -> this;
            case HandoffConfirmed ignored -> this;
        };
    }

    private Handoff next(
            Fact<HandoffEvent> fact, State now, @Nullable StatedDate firstPromised, @Nullable StatedDate promisedNow) {
        List<Fact<HandoffEvent>> all = new ArrayList<>(entries);
        all.add(fact);
        return new Handoff(request, now, firstPromised, promisedNow, all);
    }

    public HandoffId id() {
        return request.handoffId();
    }

    /** The latest word on it. */
    public Fact<HandoffEvent> last() {
        return entries.getLast();
    }

    /** Something was promised, and its receiver has not said that it came: a delivery is the word of its giver until it is confirmed. */
    public boolean isOwed() {
        return state == State.PROMISED || state == State.RENEGOTIATING || state == State.DELIVERED;
    }

    /** The day up to which nobody has said that it was delivered: today, or the day before its giver did. */
    public LocalDate silentUntil(LocalDate today) {
        return last().event() instanceof HandoffDelivered
                ? last().saidOn().isAfter(last().recordedOn()) ? last().saidOn() : last().recordedOn()
                : today;
    }

    /** Nothing more is to be said of it. */
    public boolean isOver() {
        return state == State.DECLINED || state == State.CONFIRMED;
    }

    /** What one side asks for instead of the promise, and waits for an answer. */
    public @Nullable HandoffRenegotiated proposal() {
        return last().event() instanceof HandoffRenegotiated renegotiated ? renegotiated : null;
    }

    /** The word that made the promise that holds. */
    public Optional<Fact<HandoffEvent>> promise() {
        return entries.reversed().stream()
                .filter(fact -> fact.event() instanceof HandoffAccepted)
                .findFirst();
    }

    /**
     * When it comes, as far as its two sides say: when it was delivered, once that is confirmed; or the later of what is promised and what its giver
     * asks for instead, and where that passed in silence the day on which its giver said that it is delivered, else today, for it cannot come
     * before. Absent where nothing is promised.
     *
     * @param giver the agency that is to give it; absent where the audience does not know
     */
    public @Nullable StatedDate comes(@Nullable Agency giver, LocalDate today) {
        HandoffDelivered delivery = delivery();
        if (promised == null) {
            return null;
        }
        if (delivery != null && state == State.CONFIRMED) {
            return on(delivery.date());
        }
        HandoffRenegotiated proposal = proposal();
        StatedDate comes = proposal != null
                        && giver != null
                        && giver.equals(last().by().agency())
                        && proposal.proposed().date().isAfter(promised.date())
                ? proposal.proposed()
                : promised;
        LocalDate silent = silentUntil(today);
        return comes.date().isBefore(silent) ? on(silent) : comes;
    }

    private static StatedDate on(LocalDate day) {
        return new StatedDate(day, Precision.DAY, "");
    }

    /** What its giver says of the delivery, confirmed or not; absent where none is told, or the last one was contested. */
    public @Nullable HandoffDelivered delivery() {
        return state != State.DELIVERED && state != State.CONFIRMED
                ? null
                : entries.reversed().stream()
                        .map(Fact::event)
                        .filter(HandoffDelivered.class::isInstance)
                        .map(HandoffDelivered.class::cast)
                        .findFirst()
                        .orElse(null);
    }
}
