package centralcommand.command.server.capacity;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.dispatch.Fixtures.by;

import centralcommand.command.contract.capacity.CapacityCommand.SetCapacityTarget;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.dispatch.Fixtures;
import org.junit.jupiter.api.Test;

class TargetAggregateTest {

    @Test
    void set_capacity_target() {
        TargetId id = new TargetId("magnets");
        SetCapacityTarget command = new SetCapacityTarget(
                id,
                Material.NDFEB_MAGNET,
                Stage.MAGNET,
                2030,
                null,
                TargetKind.TARGET,
                "a plan",
                Samples.stated(TODAY));
        CapacityTargetSet event = new CapacityTargetSet(
                id, Material.NDFEB_MAGNET, Stage.MAGNET, 2030, null, TargetKind.TARGET, "a plan", Samples.said(TODAY));
        History history = new History();
        Fixtures.of(TargetAggregate.class, history)
                .givenNoPriorActivity()
                .when(command, by(CZAR))
                .expectEvents(event);
        history.record(CZAR, event);
        Fixtures.of(TargetAggregate.class, history)
                .given(event)
                .when(command, by(CZAR))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
