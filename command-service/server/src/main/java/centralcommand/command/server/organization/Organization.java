package centralcommand.command.server.organization;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.unknownAgency;
import static centralcommand.command.server.decision.CommonRejections.unknownOrganization;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Directory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body and its place in the tree. */
sealed interface Organization {

    /** Not registered. */
    record Unknown() implements Organization {}

    /** @param registrations by the day from which each holds, oldest registration first */
    record Registered(List<OrganizationRegistered> registrations) implements Organization {
        public Registered {
            registrations = List.copyOf(registrations);
        }
    }

    static Decision decide(Organization state, RegisterOrganization c, Context context) {
        Directory directory = context.directory();
        if (state instanceof Unknown && directory.kindOf(c.organizationId().value()) != null) {
            return reject(idTaken(c.organizationId().value(), "organizationId"));
        }
        OrganizationId parent = c.parent();
        if (parent != null && directory.organization(parent) == null && !parent.equals(c.organizationId())) {
            return reject(unknownOrganization(parent, "parent"));
        }
        Agency sponsor = c.sponsor();
        if (sponsor != null && directory.organizationOf(sponsor) == null) {
            return reject(unknownAgency(sponsor, "sponsor"));
        }
        Agency agency = c.agency();
        OrganizationId holder = agency == null ? null : directory.organizationOf(agency);
        if (agency != null && holder != null && !holder.equals(c.organizationId())) {
            return reject(OrganizationRejections.agencyTaken(agency, holder));
        }
        List<OrganizationId> circle = circle(c.organizationId(), parent, directory);
        if (!circle.isEmpty()) {
            return reject(OrganizationRejections.circle(circle));
        }
        OrganizationRegistered event =
                new OrganizationRegistered(c.organizationId(), c.name(), parent, agency, sponsor, c.validFrom());
        return event.equals(inForce(state, event)) ? nothingToDo() : acceptIfNothingElseHappened(event);
    }

    static Organization evolve(Organization state, OrganizationRegistered event) {
        List<OrganizationRegistered> registrations =
                new ArrayList<>(state instanceof Registered known ? known.registrations() : List.of());
        registrations.add(event);
        return new Registered(registrations);
    }

    /** What was registered last from the same day on. */
    private static @Nullable OrganizationRegistered inForce(Organization state, OrganizationRegistered event) {
        return switch (state) {
            case Unknown unknown -> null;
            case Registered known ->
                known.registrations().reversed().stream()
                        .filter(each -> each.validFrom().equals(event.validFrom()))
                        .findFirst()
                        .orElse(null);
        };
    }

    /** The line from the body up to itself that the parent would close; empty where it closes none. */
    private static List<OrganizationId> circle(
            OrganizationId id, @Nullable OrganizationId parent, Directory directory) {
        List<OrganizationId> line = new ArrayList<>(List.of(id));
        OrganizationId above = parent;
        while (above != null) {
            line.add(above);
            if (above.equals(id)) {
                return line;
            }
            OrganizationRegistered registered = directory.organization(above);
            above = registered == null ? null : registered.parent();
        }
        return List.of();
    }
}
