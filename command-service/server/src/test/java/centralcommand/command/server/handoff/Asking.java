package centralcommand.command.server.handoff;

import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;

import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.handoff.HandoffCommand.AcceptHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ConfirmHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ContestHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeclineHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeliverHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RenegotiateHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RequestHandoff;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The plant of Energy asks ore of the mine of Defense: the commands of a hand-off's life, and what the rules say to them. */
final class Asking {
    static final HandoffId ID = new HandoffId("ore-for-plant");
    static final LocalDate NEEDED = LocalDate.of(2026, 10, 31);
    static final LocalDate LATER = LocalDate.of(2026, 11, 30);

    private Asking() {}

    static RequestHandoff request(
            HandoffId id,
            ProgramId from,
            @Nullable MilestoneId fromMilestone,
            ProgramId to,
            MilestoneId toMilestone,
            LocalDate neededBy,
            Stated stated) {
        return new RequestHandoff(id, from, fromMilestone, to, toMilestone, "200 t of ore", neededBy, null, stated);
    }

    static RequestHandoff request() {
        return request(ID, MINE, ORE, PLANT, OPENING, NEEDED, Stated.PLAIN);
    }

    static AcceptHandoff accept(@Nullable LocalDate date) {
        return new AcceptHandoff(ID, date, null, null, Stated.PLAIN);
    }

    static AcceptHandoff accept(LocalDate date, Precision precision) {
        return new AcceptHandoff(ID, date, precision, null, Stated.PLAIN);
    }

    static DeclineHandoff decline() {
        return new DeclineHandoff(ID, "No ore to spare.", Stated.PLAIN);
    }

    static RenegotiateHandoff renegotiate(LocalDate date) {
        return new RenegotiateHandoff(ID, date, null, Cause.EQUIPMENT, "A mill failed.", Stated.PLAIN);
    }

    static DeliverHandoff deliver(LocalDate date) {
        return new DeliverHandoff(ID, date, "waybill 7", Stated.PLAIN);
    }

    static ContestHandoff contest() {
        return new ContestHandoff(ID, "Nothing arrived.", Stated.PLAIN);
    }

    static ConfirmHandoff confirm() {
        return new ConfirmHandoff(ID, null, Stated.PLAIN);
    }

    static Decision decide(History history, HandoffCommand command, Actor actor) {
        Handoff state = Handoff.NONE;
        for (Fact fact : history.in(Streams.of(command.handoffId()))) {
            state = state.evolve((HandoffEvent) fact.event(), fact.sequence());
        }
        return HandoffRules.decide(state, command, history.by(actor));
    }

    /** Carries it out and has it released. Returns its position. */
    static long said(History history, HandoffCommand command, Actor actor) {
        return history.released(actor, accepted(decide(history, command, actor)).getFirst());
    }

    /** It is asked for, and both sides know. */
    static History asked() {
        History history = Samples.underWay();
        said(history, request(), STAFF);
        return history;
    }

    /** It is promised for the day on which it is needed. */
    static History promised() {
        History history = asked();
        said(history, accept(null), History.OTHER_STAFF);
        return history;
    }
}
