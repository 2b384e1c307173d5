package centralcommand.command.contract.organization;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks to register a body, or to change what is registered from a day on.
 *
 * @param name as it is written, e.g. "Export-Import Bank"
 * @param parent the body it belongs to; must be registered, and the tree has no circle
 * @param agency the code under which its staff act here; only bodies that report here have one
 * @param sponsor the agency that sponsors its records: shown as "EXIM, via Commerce"
 * @param validFrom first day on which this holds
 */
public record RegisterOrganization(
        OrganizationId organizationId,
        @Longest(Text.LINE) String name,
        @Nullable OrganizationId parent,
        @Nullable Agency agency,
        @Nullable Agency sponsor,
        LocalDate validFrom)
        implements Command {

    public RegisterOrganization {
        name = Text.required("name", name, Text.LINE);
        validFrom = Days.required("validFrom", validFrom);
    }
}
