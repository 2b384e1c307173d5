package centralcommand.command.server.organization;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.dispatch.Fixtures.by;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.dispatch.Fixtures;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrganizationAggregateTest {

    @Test
    void register_organization() {
        OrganizationId id = new OrganizationId("interior");
        LocalDate from = LocalDate.of(2020, 1, 1);
        RegisterOrganization command = new RegisterOrganization(id, "Interior", null, null, null, from);
        OrganizationRegistered event = new OrganizationRegistered(id, "Interior", null, null, null, from);
        History history = new History();
        Fixtures.of(OrganizationAggregate.class, history)
                .givenNoPriorActivity()
                .when(command, by(CZAR))
                .expectEvents(event);
        history.record(CZAR, event);
        Fixtures.of(OrganizationAggregate.class, history)
                .given(event)
                .when(command, by(CZAR))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
