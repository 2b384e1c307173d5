package centralcommand.command.server.handoff;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.handoff.Handoff.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refusals about hand-offs, in order of precedence; those that other features share are in {@code CommonRejections}. */
final class HandoffRejections {
    private HandoffRejections() {}

    // Not yours.

    static Rejection notAnEnd(Agency giver, Agency receiver) {
        return Rejection.permission(
                "NOT_LEAD_AGENCY",
                giver.equals(receiver)
                        ? "Only %s, which leads both ends, may speak to this hand-off. Ask its staff.".formatted(giver)
                        : "Only %s, which gives, and %s, which receives, may speak to this hand-off. Ask their staff."
                                .formatted(giver, receiver));
    }

    // Not so.

    static Rejection notYourTurn(HandoffId id, Standing standing, Agency turn) {
        return Rejection.rule(
                "HANDOFF_NOT_YOUR_TURN",
                "Hand-off \"%s\" is %s. It is the turn of %s: %s".formatted(id, where(standing), turn, next(standing)),
                "handoffId");
    }

    static Rejection over(HandoffId id, Standing standing) {
        return Rejection.rule(
                "HANDOFF_OVER",
                "Hand-off \"%s\" is %s. %s".formatted(id, where(standing), next(standing)),
                "handoffId");
    }

    private static String where(Standing standing) {
        return switch (standing.state()) {
            case REQUESTED ->
                "asked for by %s and not answered yet"
                        .formatted(standing.request().neededBy().date());
            case DECLINED -> "declined";
            case PROMISED -> "promised for %s".formatted(day(standing.promised()));
            case RENEGOTIATING ->
                "promised for %s, and %s is proposed instead"
                        .formatted(day(standing.promised()), standing.asked().date());
            case DELIVERED -> "said to be delivered, not confirmed";
            case CONFIRMED -> "delivered and confirmed";
        };
    }

    private static String next(Standing standing) {
        return switch (standing.state()) {
            case REQUESTED -> "send accept-handoff or decline-handoff.";
            case DECLINED -> "Ask again with request-handoff under a new id.";
            case PROMISED ->
                "send deliver-handoff, or renegotiate-handoff for another date, as the other side may too.";
            case RENEGOTIATING -> "send accept-handoff or decline-handoff.";
            case DELIVERED -> "send confirm-handoff, or contest-handoff if it did not arrive.";
            case CONFIRMED ->
                "A delivery is confirmed once. Ask for more with request-handoff under a new id, or strike what is wrong with correct-entry.";
        };
    }

    private static String day(@Nullable StatedDate date) {
        return date == null ? "no day" : date.date().toString();
    }

    static Rejection toItself(HandoffId id) {
        return Rejection.rule(
                "HANDOFF_TO_ITSELF",
                "Hand-off \"%s\" has the same giver and receiver. Name another program, or the milestone that gives."
                        .formatted(id),
                "fromMilestoneId");
    }

    /** @param path the milestones in the order in which each waits for the one before, beginning and ending with the same */
    static Rejection circle(HandoffId id, List<MilestoneId> path) {
        return Rejection.rule(
                "LINK_CIRCLE",
                "\"%s\" would close a circle of milestones that wait for each other: %s. Leave it out, or strike one of the links."
                        .formatted(id, path.stream().map(MilestoneId::toString).collect(Collectors.joining(" → "))),
                "toMilestoneId");
    }

    static Rejection circleThroughUnreleased(HandoffId id) {
        return Rejection.rule(
                "LINK_CIRCLE",
                "\"%s\" would close a circle of milestones that wait for each other, through a link that you cannot see yet. Ask the other agency."
                        .formatted(id),
                "toMilestoneId");
    }

    static Rejection neededBeforeStatedDay(StatedDate neededBy, LocalDate statedOn) {
        return Rejection.rule(
                "NEEDED_BEFORE_STATED_DAY",
                "What is asked on %s cannot be needed by %s, before that day. Give a later day."
                        .formatted(statedOn, neededBy.date()),
                "neededBy");
    }

    static Rejection otherThanProposed(StatedDate proposed) {
        return Rejection.rule(
                "NOT_THE_PROPOSED_DATE",
                "The other side proposes %s (%s). Accept that date, or decline and propose your own with renegotiate-handoff."
                        .formatted(proposed.date(), proposed.precision()),
                "date");
    }

    static Rejection alreadyPromised(StatedDate promised) {
        return Rejection.rule(
                "DATE_ALREADY_PROMISED",
                "It is promised for %s already. Propose another date.".formatted(promised.date()),
                "date");
    }

    static Rejection promiseBeforeStatedDay(StatedDate promised, LocalDate statedOn) {
        return Rejection.rule(
                "PROMISE_BEFORE_STATED_DAY",
                "What is promised on %s cannot be promised for %s, before that day. Give a later date."
                        .formatted(statedOn, promised.date()),
                "date");
    }

    static Rejection deliveredBeforeItWasAsked(LocalDate delivered, LocalDate askedOn) {
        return Rejection.rule(
                "DELIVERED_BEFORE_ASKED",
                "It cannot have been delivered on %s: it was asked for on %s. Give the day on which it was handed over."
                        .formatted(delivered, askedOn),
                "date");
    }

    static Rejection judgedBeforeDelivery(LocalDate statedOn, LocalDate delivered) {
        return Rejection.rule(
                "STATED_BEFORE_DELIVERY",
                "What is said to be delivered on %s cannot be judged on %s, before that day. Give a later stated day."
                        .formatted(delivered, statedOn),
                "statedOn");
    }

    static Rejection deliveredAfterStatedDay(LocalDate delivered, LocalDate statedOn) {
        return Rejection.rule(
                "DELIVERED_AFTER_STATED_DAY",
                "It cannot have been delivered on %s when that was stated on %s. Check both days, or renegotiate the date."
                        .formatted(delivered, statedOn),
                "date");
    }
}
