package centralcommand.command.server.handoff;

import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.ownProposal;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownHandoff;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.handoff.HandoffCommand.AcceptHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ConfirmHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ContestHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeclineHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeliverHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RenegotiateHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RequestHandoff;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.handoff.Handoff.Said;
import centralcommand.command.server.handoff.Handoff.Standing;
import centralcommand.command.server.handoff.Handoff.State;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what may be said of a hand-off that was asked for. Each agency speaks for the side that it leads. Where one agency leads
 * both, whoever answers is another person than the one who spoke last.
 */
final class HandoffRules {
    private final HandoffId id;
    private final Standing standing;
    private final Context context;
    private final Ends ends;
    private final LocalDate statedOn;
    private final Provenance provenance;

    private HandoffRules(HandoffId id, Standing standing, Ends ends, Stated stated, Context context) {
        this.id = id;
        this.standing = standing;
        this.context = context;
        this.ends = ends;
        this.statedOn = stated.statedOn(context.today());
        this.provenance = stated.provenance(context.today());
    }

    /** The two sides, and which of them the actor speaks for. */
    record Ends(ProgramId giving, Agency giver, ProgramId receiving, Agency receiver) {}

    static Decision decide(Handoff state, HandoffCommand command, Context context) {
        return switch (command) {
            case RequestHandoff c -> HandoffRequests.decide(c, context);
            case AcceptHandoff c -> answered(state, c, c.stated(), context, rules -> rules.accepting(c));
            case DeclineHandoff c -> answered(state, c, c.stated(), context, rules -> rules.declining(c));
            case RenegotiateHandoff c -> answered(state, c, c.stated(), context, rules -> rules.renegotiating(c));
            case DeliverHandoff c -> answered(state, c, c.stated(), context, rules -> rules.delivering(c));
            case ContestHandoff c -> answered(state, c, c.stated(), context, rules -> rules.contesting(c));
            case ConfirmHandoff c -> answered(state, c, c.stated(), context, rules -> rules.confirming(c));
        };
    }

    private interface Rule {
        Decision decide(HandoffRules rules);
    }

    private static Decision answered(Handoff state, HandoffCommand command, Stated stated, Context context, Rule rule) {
        HandoffId id = command.handoffId();
        Standing standing = state.standing(
                word -> entryOf(id, word, context).countsFor(context.actor().viewer()));
        Ends ends = standing == null ? null : ends(standing, context);
        if (standing == null || ends == null) {
            return reject(unknownHandoff(id));
        }
        if (!context.actor().actsFor(ends.giver()) && !context.actor().actsFor(ends.receiver())) {
            return reject(HandoffRejections.notAnEnd(ends.giver(), ends.receiver()));
        }
        Decision decision = rule.decide(new HandoffRules(id, standing, ends, stated, context));
        LocalDate statedOn = stated.statedOn(context.today());
        return decision instanceof Decision.Accepted && statedOn.isAfter(context.today())
                ? reject(statedInFuture(statedOn, context.today()))
                : decision;
    }

    private static @Nullable Ends ends(Standing standing, Context context) {
        ProgramId giving = standing.request().fromProgramId();
        ProgramId receiving = standing.request().toProgramId();
        Agency giver = context.directory().leadOf(giving);
        Agency receiver = context.directory().leadOf(receiving);
        return giver == null || receiver == null ? null : new Ends(giving, giver, receiving, receiver);
    }

    private static Entry entryOf(HandoffId id, Said word, Context context) {
        return context.directory().entryIn(Streams.of(id), word.sequence());
    }

    private Decision accepting(AcceptHandoff c) {
        Rejection refused = refusedAnswer();
        if (refused != null) {
            return reject(refused);
        }
        LocalDate day = c.date();
        boolean proposed = standing.state() == State.RENEGOTIATING;
        Precision asIs = proposed ? standing.asked().precision() : Precision.DAY;
        StatedDate promised =
                day == null ? standing.asked() : stated(day, c.precision() == null ? asIs : c.precision());
        if (proposed && !sameDate(promised, standing.asked())) {
            return reject(HandoffRejections.otherThanProposed(standing.asked()));
        }
        return promised.date().isBefore(statedOn)
                ? reject(HandoffRejections.promiseBeforeStatedDay(promised, statedOn))
                : accept(new HandoffAccepted(id, promised, Objects.requireNonNullElse(c.note(), ""), provenance));
    }

    private Decision declining(DeclineHandoff c) {
        Rejection refused = refusedAnswer();
        return refused == null ? accept(new HandoffDeclined(id, c.reason(), provenance)) : reject(refused);
    }

    private Decision renegotiating(RenegotiateHandoff c) {
        if (standing.state() != State.PROMISED) {
            return reject(wrongTurn());
        }
        StatedDate proposed = stated(c.date(), c.precision());
        StatedDate promised = standing.promised();
        if (promised != null && sameDate(proposed, promised)) {
            return reject(HandoffRejections.alreadyPromised(promised));
        }
        return proposed.date().isBefore(statedOn)
                ? reject(HandoffRejections.promiseBeforeStatedDay(proposed, statedOn))
                : accept(new HandoffRenegotiated(id, proposed, c.cause(), c.narrative(), provenance));
    }

    private Decision delivering(DeliverHandoff c) {
        if (!context.actor().actsFor(ends.giver())) {
            return reject(notLeadAgency(ends.giving(), ends.giver()));
        }
        if (!Set.of(State.PROMISED, State.RENEGOTIATING).contains(standing.state())) {
            return reject(wrongTurn());
        }
        LocalDate askedOn = standing.request().provenance().statedOn();
        if (c.date().isBefore(askedOn)) {
            return reject(HandoffRejections.deliveredBeforeItWasAsked(c.date(), askedOn));
        }
        return c.date().isAfter(statedOn)
                ? reject(HandoffRejections.deliveredAfterStatedDay(c.date(), statedOn))
                : accept(new HandoffDelivered(id, c.date(), c.evidence(), provenance));
    }

    private Decision contesting(ContestHandoff c) {
        Rejection refused = refusedReceipt();
        return refused == null ? accept(new HandoffContested(id, c.reason(), provenance)) : reject(refused);
    }

    private Decision confirming(ConfirmHandoff c) {
        Rejection refused = refusedReceipt();
        return refused == null
                ? accept(new HandoffConfirmed(id, Objects.requireNonNullElse(c.note(), ""), provenance))
                : reject(refused);
    }

    /** What is said to be delivered is judged by the receiving side, not before the day of delivery, and never by who said so. */
    private @Nullable Rejection refusedReceipt() {
        if (!context.actor().actsFor(ends.receiver())) {
            return notLeadAgency(ends.receiving(), ends.receiver());
        }
        if (!(standing.last().event() instanceof HandoffDelivered delivered)) {
            return wrongTurn();
        }
        if (spokeLast()) {
            return ownProposal();
        }
        return statedOn.isBefore(delivered.date())
                ? HandoffRejections.judgedBeforeDelivery(statedOn, delivered.date())
                : null;
    }

    /** A request is answered by the giving side, another date by the side that did not propose it; never by the one who asked. */
    private @Nullable Rejection refusedAnswer() {
        Agency turn = turn();
        boolean asked = standing.state() == State.REQUESTED || standing.state() == State.RENEGOTIATING;
        if (!asked || turn == null || !context.actor().actsFor(turn)) {
            return wrongTurn();
        }
        return spokeLast() ? ownProposal() : null;
    }

    private boolean spokeLast() {
        return entryOf(id, standing.last(), context)
                .author()
                .equals(context.actor().subject());
    }

    /** The agency that has to speak next; none where nobody has to. */
    private @Nullable Agency turn() {
        return switch (standing.state()) {
            case REQUESTED, PROMISED -> ends.giver();
            case RENEGOTIATING ->
                ends.giver().equals(entryOf(id, standing.last(), context).agency()) ? ends.receiver() : ends.giver();
            case DELIVERED -> ends.receiver();
            case DECLINED, CONFIRMED -> null;
        };
    }

    private Rejection wrongTurn() {
        Agency turn = turn();
        return turn == null ? HandoffRejections.over(id, standing) : HandoffRejections.notYourTurn(id, standing, turn);
    }

    static StatedDate stated(LocalDate day, @Nullable Precision precision) {
        return new StatedDate(day, precision == null ? Precision.DAY : precision, "");
    }

    private static boolean sameDate(StatedDate one, StatedDate other) {
        return one.date().equals(other.date()) && one.precision() == other.precision();
    }
}
