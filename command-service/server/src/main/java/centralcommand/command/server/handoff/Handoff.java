package centralcommand.command.server.handoff;

import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.shared.StatedDate;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of one hand-off, in the order in which it was recorded. How it stands depends on who asks: what is not released, was
 * withdrawn or struck says nothing to the other side, and what rested on it falls with it.
 */
record Handoff(Vector<Said> said) {

    /** Nothing was said. */
    static final Handoff NONE = new Handoff(Vector.empty());

    /** @param sequence its number in the stream of the hand-off */
    record Said(long sequence, HandoffEvent event) {}

    Handoff evolve(HandoffEvent event, long sequence) {
        return new Handoff(said.append(new Said(sequence, event)));
    }

    /** How it stands by the words that count; null where nothing is asked. */
    @Nullable
    Standing standing(Predicate<Said> counts) {
        Standing standing = null;
        for (Said word : said) {
            if (counts.test(word)) {
                standing = next(standing, word);
            }
        }
        return standing;
    }

    /** Words that say nothing where it stands are passed over: what they answered is not there. */
    private static @Nullable Standing next(@Nullable Standing before, Said word) {
        if (before == null) {
            return word.event() instanceof HandoffRequested request
                    ? new Standing(State.REQUESTED, request, null, word)
                    : null;
        }
        State state = before.state();
        return switch (word.event()) {
            case HandoffRequested e -> before;
            case HandoffAccepted e
            when state == State.REQUESTED || state == State.RENEGOTIATING ->
                new Standing(State.PROMISED, before.request(), e.promised(), word);
            case HandoffDeclined e
            when state == State.REQUESTED -> new Standing(State.DECLINED, before.request(), null, word);
            case HandoffDeclined e
            when state == State.RENEGOTIATING ->
                new Standing(State.PROMISED, before.request(), before.promised(), word);
            case HandoffRenegotiated e
            when state == State.PROMISED ->
                new Standing(State.RENEGOTIATING, before.request(), before.promised(), word);
            case HandoffDelivered e
            when state == State.PROMISED || state == State.RENEGOTIATING ->
                new Standing(State.DELIVERED, before.request(), before.promised(), word);
            case HandoffContested e
            when state == State.DELIVERED -> new Standing(State.PROMISED, before.request(), before.promised(), word);
            case HandoffConfirmed e
            when state == State.DELIVERED -> new Standing(State.CONFIRMED, before.request(), before.promised(), word);
            case HandoffAccepted e -> before;
            case HandoffDeclined e -> before;
            case HandoffRenegotiated e -> before;
            case HandoffDelivered e -> before;
            case HandoffContested e -> before;
            case HandoffConfirmed e -> before;
        };
    }

    /** Where a hand-off is in its life. */
    enum State {
        REQUESTED,
        DECLINED,
        PROMISED,
        RENEGOTIATING,
        DELIVERED,
        CONFIRMED
    }

    /**
     * How it stands for somebody.
     *
     * @param promised the date that holds; absent while nothing is promised
     * @param last the word that led here
     */
    record Standing(
            State state, HandoffRequested request, @Nullable StatedDate promised, Said last) {

        /** The date that is asked for and waits for an answer: by the request, or by one side instead of the promise. */
        StatedDate asked() {
            return last.event() instanceof HandoffRenegotiated e ? e.proposed() : request.neededBy();
        }
    }
}
