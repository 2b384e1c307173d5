package centralcommand.standalone.identity;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of one data folder and the history of their changes, in one file that is replaced as a whole: an account
 * and the line that says who made it are stored together or not at all.
 */
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");
    private static final Set<Role> OF_AN_AGENCY = EnumSet.of(Role.AGENCY_STAFF, Role.AGENCY_APPROVER);
    private static final int LONGEST = 64;
    private static final String SYSTEM = "system";
    private static final String ADMINISTRATOR = "admin";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the file holds. */
    record Stored(List<Account> accounts, List<AccountChange> changes) {
        Stored {
            accounts = List.copyOf(accounts);
            changes = List.copyOf(changes);
        }
    }

    private final Path file;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final boolean sampleAllowed;
    private volatile TreeMap<String, Account> byName;
    private volatile List<AccountChange> changes;

    private Accounts(Path file, PasswordEncoder encoder, Clock clock, boolean sampleAllowed, Stored stored) {
        this.file = file;
        this.encoder = encoder;
        this.clock = clock;
        this.sampleAllowed = sampleAllowed;
        this.byName = new TreeMap<>();
        stored.accounts().forEach(account -> byName.put(account.name(), account));
        this.changes = stored.changes();
    }

    /** @param sampleAllowed whether accounts with public passwords are let in */
    static Accounts open(Path file, PasswordEncoder encoder, Clock clock, boolean sampleAllowed) {
        Stored stored = Files.exists(file) ? read(file) : new Stored(List.of(), List.of());
        return new Accounts(file, encoder, clock, sampleAllowed, stored);
    }

    private static Stored read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Stored.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<Account> all() {
        return List.copyOf(byName.values());
    }

    /** Oldest first. */
    List<AccountChange> changes() {
        return changes;
    }

    /** The account of this name, if it may be used now. */
    Optional<Account> active(String name) {
        return Optional.ofNullable(byName.get(name)).filter(this::mayBeUsed);
    }

    private boolean mayBeUsed(Account account) {
        return !account.disabled() && (sampleAllowed || !account.sample());
    }

    /** @return the initial password, which is kept nowhere */
    synchronized String add(String name, @Nullable Agency agency, Collection<Role> roles, String by) {
        checkName(name);
        checkRoles(agency, roles);
        if (byName.containsKey(name)) {
            throw new AccountRefused(
                    "name",
                    "There is an account named %s already. Names are never used twice; choose another."
                            .formatted(name));
        }
        String password = Passwords.random();
        Account added = account(name, agency, roles, password, false);
        store(List.of(added), by, "Added with %s%s.".formatted(words(added), agency == null ? "" : " for " + agency));
        return password;
    }

    synchronized void disable(String name, String by) {
        Account account = existing(name);
        if (name.equals(by)) {
            throw new AccountRefused("name", "You cannot disable your own account; ask another administrator.");
        }
        if (!account.disabled()) {
            store(List.of(account.withDisabled(true)), by, "Disabled.");
        }
    }

    synchronized void enable(String name, String by) {
        Account account = existing(name);
        if (account.disabled()) {
            store(List.of(account.withDisabled(false)), by, "Enabled.");
        }
    }

    /** @return the new password, which is kept nowhere */
    synchronized String resetPassword(String name, String by) {
        String password = Passwords.random();
        store(List.of(existing(name).withPasswordHash(hash(password))), by, "Given a new password.");
        return password;
    }

    /** Adds those sample accounts whose names are free; their passwords follow from their names. */
    synchronized List<String> addSample(Collection<SampleAccount> wanted) {
        List<SampleAccount> missing = wanted.stream()
                .filter(sample -> !byName.containsKey(sample.name()))
                .toList();
        if (!missing.isEmpty()) {
            store(
                    missing.parallelStream()
                            .map(sample ->
                                    account(sample.name(), sample.agency(), sample.roles(), sample.password(), true))
                            .toList(),
                    SYSTEM,
                    "Added with the sample; its password is public.");
        }
        return wanted.stream()
                .map(SampleAccount::name)
                .filter(name -> {
                    Account there = byName.get(name);
                    return there != null && !there.sample();
                })
                .toList();
    }

    /** Makes sure that somebody can administer accounts. @return the password of {@code admin} if it was made now */
    synchronized Optional<String> ensureAdministrator() {
        if (byName.values().stream().anyMatch(account -> mayBeUsed(account) && account.has(Role.ADMIN))) {
            return Optional.empty();
        }
        return Optional.of(administrator("Given a password, because nobody else could administer accounts."));
    }

    /** For whoever may restart the process and has lost the password. @return the new password of {@code admin} */
    synchronized String resetAdministrator() {
        return administrator("Given a new password on the command line.");
    }

    private String administrator(String what) {
        String password = Passwords.random();
        store(List.of(account(ADMINISTRATOR, null, List.of(Role.ADMIN), password, false)), SYSTEM, what);
        return password;
    }

    private Account existing(String name) {
        Account account = byName.get(name);
        if (account == null) {
            throw new AccountRefused("name", "There is no account named %s.".formatted(name));
        }
        return account;
    }

    private Account account(
            String name, @Nullable Agency agency, Collection<Role> roles, String password, boolean sample) {
        return new Account(name, agency, List.copyOf(roles), hash(password), sample, false, now());
    }

    private String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void store(List<Account> changed, String by, String what) {
        TreeMap<String, Account> next = new TreeMap<>(byName);
        List<AccountChange> history = new ArrayList<>(changes);
        for (Account account : changed) {
            next.put(account.name(), account);
            history.add(new AccountChange(now(), by, account.name(), what));
        }
        try {
            OwnerOnlyFile.write(
                    file,
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(new Stored(List.copyOf(next.values()), history)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byName = next;
        changes = List.copyOf(history);
        changed.forEach(account -> LOG.info("Account {} changed by {}: {}", account.name(), by, what));
    }

    private static String words(Account account) {
        return String.join(", ", account.roles().stream().map(Role::name).toList());
    }

    private static void checkName(String name) {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new AccountRefused(
                    "name",
                    "A name has at most 64 small letters and digits, in parts joined by a dot or a hyphen, as in energy.approver.");
        }
        if (name.equals(WebUiClient.ID) || name.equals(SYSTEM)) {
            throw new AccountRefused(
                    "name", "The name %s is kept for the system itself; choose another.".formatted(name));
        }
    }

    private static void checkRoles(@Nullable Agency agency, Collection<Role> roles) {
        if (roles.isEmpty()) {
            throw new AccountRefused("roles", "Choose at least one role.");
        }
        boolean ofAnAgency = roles.stream().anyMatch(OF_AN_AGENCY::contains);
        if (ofAnAgency && agency == null) {
            throw new AccountRefused("agency", "Agency staff and approvers speak for an agency; name it.");
        }
        if (ofAnAgency && !OF_AN_AGENCY.containsAll(roles)) {
            throw new AccountRefused(
                    "roles",
                    "An account of an agency cannot also be of the czar's office, an auditor or an administrator.");
        }
        if (!ofAnAgency && agency != null) {
            throw new AccountRefused("agency", "Only agency staff and approvers speak for an agency; leave it empty.");
        }
    }
}
