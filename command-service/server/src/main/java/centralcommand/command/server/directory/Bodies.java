package centralcommand.command.server.directory;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** Every body as it was registered last. */
record Bodies(Map<OrganizationId, OrganizationRegistered> registered) {
    static final Bodies NONE = new Bodies(HashMap.empty());

    Bodies evolve(Fact fact) {
        return fact.event() instanceof OrganizationRegistered e
                ? new Bodies(registered.put(e.organizationId(), e))
                : this;
    }
}
