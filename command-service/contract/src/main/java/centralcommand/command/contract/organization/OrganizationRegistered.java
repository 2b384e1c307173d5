package centralcommand.command.contract.organization;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A body holds this name and place in the tree from {@code validFrom} on; a later registration takes over from its own day. */
public record OrganizationRegistered(
        OrganizationId organizationId,
        String name,
        @Nullable OrganizationId parent,
        @Nullable Agency agency,
        @Nullable Agency sponsor,
        LocalDate validFrom)
        implements Event {}
