package centralcommand.command.server.organization;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals about organizations, in order of precedence. */
final class OrganizationRejections {
    private OrganizationRejections() {}

    static Rejection agencyTaken(Agency agency, OrganizationId holder) {
        return Rejection.rule(
                "AGENCY_TAKEN",
                "The agency code %s belongs to \"%s\". Give another code, or change that organization first."
                        .formatted(agency, holder),
                "agency");
    }

    /** @param path from the body to the parent that was asked for */
    static Rejection circle(List<OrganizationId> path) {
        return Rejection.rule(
                "ORGANIZATION_CIRCLE",
                "An organization cannot stand below itself: %s. Give a parent from outside this line."
                        .formatted(path.stream().map(OrganizationId::toString).collect(Collectors.joining(" under "))),
                "parent");
    }
}
