package centralcommand.command.server.calendar;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.dispatch.Fixtures.by;

import centralcommand.command.contract.calendar.CalendarCommand.DeclareClosure;
import centralcommand.command.contract.calendar.CalendarCommand.EndClosure;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.command.contract.calendar.CalendarEvent.ClosureEnded;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.server.decision.CommonRejections;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.dispatch.Fixtures;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;

class ClosureAggregateTest {
    private static final ClosureId ID = new ClosureId("lapse");
    private static final DeclareClosure DECLARE = new DeclareClosure(
            ID,
            ENERGY,
            ClosureKind.LAPSE_IN_APPROPRIATIONS,
            TODAY.minusDays(3),
            null,
            "no appropriation",
            Samples.stated(TODAY));
    private static final ClosureDeclared DECLARED = new ClosureDeclared(
            ID,
            ENERGY,
            ClosureKind.LAPSE_IN_APPROPRIATIONS,
            TODAY.minusDays(3),
            null,
            "no appropriation",
            Samples.said(TODAY));

    @Test
    void declare_closure() {
        Fixtures.of(ClosureAggregate.class, Samples.departments())
                .givenNoPriorActivity()
                .when(DECLARE, by(CZAR))
                .expectEvents(DECLARED);
    }

    @Test
    void only_the_czars_office_declares() {
        Fixtures.of(ClosureAggregate.class, Samples.departments())
                .givenNoPriorActivity()
                .when(DECLARE, by(STAFF))
                .expectException(CommandExecutionException.class)
                .expectNoEvents();
    }

    @Test
    void end_closure() {
        History history = Samples.departments();
        history.record(CZAR, DECLARED);
        Fixtures.of(ClosureAggregate.class, history)
                .given(DECLARED)
                .when(new EndClosure(ID, TODAY), by(CZAR))
                .expectEvents(new ClosureEnded(ID, TODAY));
    }

    @Test
    void a_closure_that_nobody_declared_is_unknown() {
        Fixtures.of(ClosureAggregate.class, Samples.departments())
                .givenNoPriorActivity()
                .when(new EndClosure(ID, TODAY), by(CZAR))
                .expectExceptionDetails(CommonRejections.unknownClosure(ID))
                .expectNoEvents();
    }
}
