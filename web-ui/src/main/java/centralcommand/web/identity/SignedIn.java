package centralcommand.web.identity;

import centralcommand.command.contract.shared.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * The person the page is for. It decides what is offered; what is allowed is decided by the services.
 *
 * @param name   the account's name, the {@code sub} claim
 * @param agency the agency's code, such as {@code ENERGY}; absent for the czar's office, auditors and administrators
 * @param roles  what the account may act as
 */
public record SignedIn(String name, @Nullable String agency, Set<Role> roles) {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    static SignedIn of(ClaimAccessor claims) {
        Object roles = claims.getClaims().get("roles");
        Collection<?> named = roles instanceof Collection<?> several ? several : List.of();
        Set<Role> known = named.stream()
                .map(role -> Role.claimed(String.valueOf(role)))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        String agency = claims.getClaimAsString("agency");
        String name = claims.getClaimAsString("sub");
        if (name == null) {
            throw new IllegalArgumentException("The identity token names nobody: it has no 'sub' claim.");
        }
        return new SignedIn(name, agency == null || agency.isBlank() ? null : agency, known);
    }

    private static String title(Role role) {
        return switch (role) {
            case AGENCY_STAFF -> "staff";
            case AGENCY_APPROVER -> "approver";
            case CZAR -> "czar's office";
            case AUDITOR -> "auditor";
            case ADMIN -> "administrator";
            case SYSTEM -> "system";
        };
    }

    public boolean agencyStaff() {
        return roles.contains(Role.AGENCY_STAFF) || approver();
    }

    public boolean approver() {
        return roles.contains(Role.AGENCY_APPROVER);
    }

    public boolean czar() {
        return roles.contains(Role.CZAR);
    }

    public boolean auditor() {
        return roles.contains(Role.AUDITOR);
    }

    public boolean admin() {
        return roles.contains(Role.ADMIN);
    }

    /** Whether any command at all is open to this account; auditors and administrators only read. */
    public boolean mayCommand() {
        return agencyStaff() || czar();
    }

    /** The page this person's work starts on. */
    public String home() {
        if (agencyStaff()) {
            return "/desk";
        }
        if (czar()) {
            return "/board";
        }
        if (auditor()) {
            return "/replay";
        }
        return admin() ? "/admin/accounts" : "/board";
    }

    /** The strongest role and the agency, in words: "Energy, approver". */
    public String standing() {
        Optional<Role> role = roles.stream().max(Enum::compareTo);
        String title = role.map(SignedIn::title).orElse("no role");
        if (agency == null) {
            return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        }
        return agency.charAt(0) + agency.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + title;
    }
}
