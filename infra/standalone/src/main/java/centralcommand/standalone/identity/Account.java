package centralcommand.standalone.identity;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person or script that may sign in.
 *
 * @param name         the subject of its tokens and the actor of its commands; never used again for somebody else
 * @param agency       the agency it speaks for, if any
 * @param roles        in the order of {@link Role}, without repeats
 * @param passwordHash as the password encoder writes it, with the name of the algorithm in front
 * @param sample       its password is public knowledge, so it is only let in while the sample is asked for
 */
record Account(
        String name,
        @Nullable Agency agency,
        List<Role> roles,
        String passwordHash,
        boolean sample,
        boolean disabled,
        Instant createdAt) {

    Account {
        roles = roles.stream().distinct().sorted().toList();
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    Account withDisabled(boolean nowDisabled) {
        return new Account(name, agency, roles, passwordHash, sample, nowDisabled, createdAt);
    }

    /** A password of its own ends the life of a sample account: it is an account like any other from then on. */
    Account withPasswordHash(String newHash) {
        return new Account(name, agency, roles, newHash, false, disabled, createdAt);
    }
}
