package centralcommand.query.server.portfolio;

import centralcommand.command.contract.clearance.Viewer;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Role;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All who see the same: the people of one agency, the czar's office, the auditors, and those who are signed in for nobody. */
public record Audience(Kind kind, String name) implements Comparable<Audience> {
    private static final Comparator<Audience> ORDER =
            Comparator.comparing(Audience::kind).thenComparing(Audience::name);

    public static final Audience AUDITOR = new Audience(Kind.AUDITOR, "AUDITOR");
    public static final Audience CZAR = new Audience(Kind.CZAR, "CZAR");
    public static final Audience PUBLIC = new Audience(Kind.PUBLIC, "PUBLIC");

    /** What sets an audience apart. */
    public enum Kind {
        AUDITOR,
        CZAR,
        PUBLIC,
        AGENCY
    }

    public static Audience of(Agency agency) {
        return new Audience(Kind.AGENCY, agency.code());
    }

    /** Those whom one belongs to who holds these roles for that agency. */
    public static Audience of(@Nullable Agency agency, Set<Role> roles) {
        if (roles.contains(Role.AUDITOR)) {
            return AUDITOR;
        }
        if (agency != null) {
            return of(agency);
        }
        return roles.contains(Role.CZAR) ? CZAR : PUBLIC;
    }

    /** The audience of the one who acted. */
    static Audience of(Authorship by) {
        return of(by.agency(), Set.copyOf(by.roles()));
    }

    public @Nullable Agency agency() {
        return kind == Kind.AGENCY ? new Agency(name) : null;
    }

    Viewer viewer() {
        return switch (kind) {
            case AUDITOR -> new Viewer(null, Set.of(Role.AUDITOR));
            case CZAR -> new Viewer(null, Set.of(Role.CZAR));
            case PUBLIC -> new Viewer(null, Set.of());
            case AGENCY -> new Viewer(new Agency(name), Set.of(Role.AGENCY_STAFF));
        };
    }

    @Override
    public int compareTo(Audience other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
