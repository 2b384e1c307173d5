package centralcommand.web.identity;

import java.util.Arrays;
import java.util.Optional;

/** A role as the identity provider names it in the {@code roles} claim. */
public enum Role {
    AGENCY_STAFF("staff"),
    AGENCY_APPROVER("approver"),
    CZAR("czar's office"),
    AUDITOR("auditor"),
    ADMIN("administrator");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** A role of another system, which a shared identity provider may well send, gives nothing here. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
