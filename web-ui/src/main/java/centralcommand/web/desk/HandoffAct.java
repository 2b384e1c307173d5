package centralcommand.web.desk;

import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.State;
import java.util.ArrayList;
import java.util.List;

/** What an agency may do with a hand-off, as it is offered. Whether it may is for the service to say. */
enum HandoffAct {
    PROMISE("accept-handoff", "Promise it", "It is promised."),
    AGREE("accept-handoff", "Agree to the proposed date", "The proposed date is the promise now."),
    DECLINE("decline-handoff", "Decline", "It is declined."),
    HOLD("decline-handoff", "Hold to the promise as it was", "The promise holds as it was."),
    RENEGOTIATE(
            "renegotiate-handoff",
            "Propose another date",
            "Another date is proposed; the promise holds until the other side agrees."),
    DELIVER(
            "deliver-handoff",
            "Say it is delivered",
            "It is said to be delivered; it is owed until the other side confirms it."),
    CONTEST("contest-handoff", "Say that it did not arrive", "The delivery is contested; it is owed as before."),
    CONFIRM("confirm-handoff", "Confirm it", "It is confirmed.");

    private final String command;
    private final String label;
    private final String done;

    HandoffAct(String command, String label, String done) {
        this.command = command;
        this.label = label;
        this.done = done;
    }

    String command() {
        return command;
    }

    public String label() {
        return label;
    }

    String done() {
        return done;
    }

    /** Whether a date is asked for. */
    public boolean dated() {
        return this == PROMISE || this == RENEGOTIATE || this == DELIVER;
    }

    /** Whether the date may be a period. */
    public boolean imprecise() {
        return this == PROMISE || this == RENEGOTIATE;
    }

    /** What the words are for. */
    public String words() {
        return switch (this) {
            case PROMISE, AGREE, CONFIRM -> "Note (optional)";
            case DECLINE, HOLD -> "Reason";
            case CONTEST -> "What did not arrive, or is not what was asked";
            case RENEGOTIATE -> "What happened";
            case DELIVER -> "Evidence";
        };
    }

    boolean needsWords() {
        return this == DECLINE || this == HOLD || this == RENEGOTIATE || this == DELIVER || this == CONTEST;
    }

    /** What the agency may do now: what is its turn first. */
    static List<HandoffAct> of(Promise promise, String agency) {
        boolean gives = promise.fromAgency().code().equals(agency);
        boolean receives = promise.toAgency().code().equals(agency);
        boolean turn = promise.toAct() != null && promise.toAct().code().equals(agency);
        List<HandoffAct> acts = new ArrayList<>();
        if (promise.state() == State.REQUESTED && gives) {
            acts.addAll(List.of(PROMISE, DECLINE));
        }
        if (promise.state() == State.RENEGOTIATING && turn) {
            acts.addAll(List.of(AGREE, HOLD));
        }
        if ((promise.state() == State.PROMISED || promise.state() == State.RENEGOTIATING) && gives) {
            acts.add(DELIVER);
        }
        if (promise.state() == State.PROMISED) {
            acts.add(RENEGOTIATE);
        }
        if (promise.state() == State.DELIVERED && receives) {
            acts.addAll(List.of(CONFIRM, CONTEST));
        }
        return List.copyOf(acts);
    }
}
