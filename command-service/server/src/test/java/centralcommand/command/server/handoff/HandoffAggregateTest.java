package centralcommand.command.server.handoff;

import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.dispatch.Fixtures.by;
import static centralcommand.command.server.dispatch.Fixtures.events;
import static centralcommand.command.server.handoff.Asking.ID;
import static centralcommand.command.server.handoff.Asking.LATER;
import static centralcommand.command.server.handoff.Asking.accept;
import static centralcommand.command.server.handoff.Asking.asked;
import static centralcommand.command.server.handoff.Asking.confirm;
import static centralcommand.command.server.handoff.Asking.contest;
import static centralcommand.command.server.handoff.Asking.decide;
import static centralcommand.command.server.handoff.Asking.decline;
import static centralcommand.command.server.handoff.Asking.deliver;
import static centralcommand.command.server.handoff.Asking.promised;
import static centralcommand.command.server.handoff.Asking.renegotiate;
import static centralcommand.command.server.handoff.Asking.request;
import static centralcommand.command.server.handoff.Asking.said;

import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.CommonRejections;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Streams;
import centralcommand.command.server.dispatch.Fixtures;
import org.junit.jupiter.api.Test;

class HandoffAggregateTest {

    private static void yieldsWhatTheRulesSay(History history, HandoffCommand command, Actor actor) {
        var fixture = Fixtures.of(HandoffAggregate.class, history);
        var given = history.in(Streams.of(ID)).isEmpty()
                ? fixture.givenNoPriorActivity()
                : fixture.given(events(history.in(Streams.of(ID))));
        given.when(command, by(actor))
                .expectEvents(accepted(decide(history, command, actor)).toArray());
    }

    @Test
    void request_handoff() {
        yieldsWhatTheRulesSay(Samples.underWay(), request(), STAFF);
    }

    @Test
    void accept_handoff() {
        yieldsWhatTheRulesSay(asked(), accept(LATER), OTHER_STAFF);
    }

    @Test
    void decline_handoff() {
        yieldsWhatTheRulesSay(asked(), decline(), OTHER_STAFF);
    }

    @Test
    void renegotiate_handoff() {
        yieldsWhatTheRulesSay(promised(), renegotiate(LATER), STAFF);
    }

    @Test
    void deliver_handoff() {
        yieldsWhatTheRulesSay(promised(), deliver(TODAY), OTHER_STAFF);
    }

    @Test
    void contest_handoff() {
        History history = promised();
        said(history, deliver(TODAY), OTHER_STAFF);
        yieldsWhatTheRulesSay(history, contest(), STAFF);
    }

    @Test
    void confirm_handoff() {
        History history = promised();
        said(history, deliver(TODAY), OTHER_STAFF);
        yieldsWhatTheRulesSay(history, confirm(), STAFF);
    }

    @Test
    void what_nobody_asked_for_is_unknown() {
        Fixtures.of(HandoffAggregate.class, Samples.underWay())
                .givenNoPriorActivity()
                .when(accept(null), by(OTHER_STAFF))
                .expectNoEvents()
                .expectExceptionDetails(CommonRejections.unknownHandoff(ID));
    }
}
