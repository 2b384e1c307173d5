package centralcommand.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountsTest {
    private static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T17:00:00.123456Z"), ZoneOffset.UTC);
    private static final Agency ENERGY = new Agency("ENERGY");

    @TempDir
    Path folder;

    @Test
    void an_added_account_has_a_password_that_is_shown_once_and_stored_only_as_a_hash() throws IOException {
        String password = open(false).add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");

        Account read = open(false).active("energy").orElseThrow();
        assertThat(QUICK.matches(password, read.passwordHash())).isTrue();
        assertThat(Files.readString(file())).doesNotContain(password);
        assertThat(read.agency()).isEqualTo(ENERGY);
        assertThat(read.roles()).containsExactly(Role.AGENCY_STAFF);
    }

    @Test
    void every_change_says_when_by_whom_and_what_and_survives_a_restart() {
        Accounts accounts = open(false);
        accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");
        accounts.disable("energy", "admin");
        accounts.enable("energy", "admin");
        accounts.resetPassword("energy", "admin");

        List<AccountChange> changes = open(false).changes();
        assertThat(changes)
                .extracting(AccountChange::what)
                .containsExactly(
                        "Added with AGENCY_STAFF for ENERGY.", "Disabled.", "Enabled.", "Given a new password.");
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.at()).isEqualTo(Instant.parse("2026-11-23T17:00:00.123Z"));
            assertThat(change.by()).isEqualTo("admin");
            assertThat(change.account()).isEqualTo("energy");
        });
    }

    @Test
    void what_changes_nothing_is_not_recorded() {
        Accounts accounts = open(false);
        accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");
        accounts.enable("energy", "admin");
        accounts.disable("energy", "admin");
        accounts.disable("energy", "admin");

        assertThat(accounts.changes()).hasSize(2);
    }

    @Test
    void a_disabled_account_may_not_be_used_until_it_is_enabled() {
        Accounts accounts = open(false);
        accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");
        accounts.disable("energy", "admin");
        assertThat(open(false).active("energy")).isEmpty();

        accounts.enable("energy", "admin");
        assertThat(open(false).active("energy")).isPresent();
    }

    @Test
    void a_name_is_never_used_twice_not_even_that_of_a_disabled_account() {
        Accounts accounts = open(false);
        accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");
        accounts.disable("energy", "admin");

        refused("name", () -> accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Energy", "energy approver", "energy..approver", "-energy", "energy-", "7energy", "énergie"})
    void a_name_that_is_not_kebab_or_dotted_is_refused(String name) {
        refused("name", () -> open(false).add(name, ENERGY, List.of(Role.AGENCY_STAFF), "admin"));
    }

    @Test
    void a_name_has_at_most_64_characters() {
        open(false).add("a".repeat(64), ENERGY, List.of(Role.AGENCY_STAFF), "admin");
        refused("name", () -> open(false).add("a".repeat(65), ENERGY, List.of(Role.AGENCY_STAFF), "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-ui", "system"})
    void names_that_the_system_acts_under_are_not_given_away(String name) {
        refused("name", () -> open(false).add(name, ENERGY, List.of(Role.AGENCY_STAFF), "admin"));
    }

    @Test
    void staff_speak_for_an_agency_and_the_czars_office_for_none() {
        refused("agency", () -> open(false).add("kim", null, List.of(Role.AGENCY_STAFF), "admin"));
        refused("agency", () -> open(false).add("kim", ENERGY, List.of(Role.CZAR), "admin"));
        refused("roles", () -> open(false).add("kim", ENERGY, List.of(Role.AGENCY_STAFF, Role.CZAR), "admin"));
        refused("roles", () -> open(false).add("kim", null, List.of(), "admin"));
    }

    @Test
    void an_administrator_cannot_lock_themselves_out() {
        Accounts accounts = open(false);
        accounts.ensureAdministrator();
        refused("name", () -> accounts.disable("admin", "admin"));
    }

    @Test
    void sample_accounts_follow_from_their_names_and_are_let_in_only_while_the_sample_is_asked_for() {
        Accounts withSample = open(true);
        assertThat(withSample.addSample(SampleAccount.ALL)).isEmpty();

        assertThat(withSample.all()).hasSize(12).allSatisfy(account -> {
            assertThat(QUICK.matches(account.name() + "-pass", account.passwordHash()))
                    .isTrue();
            assertThat(withSample.active(account.name())).isPresent();
            assertThat(open(false).active(account.name())).isEmpty();
        });
    }

    @Test
    void a_sample_account_with_a_password_of_its_own_is_an_account_like_any_other() {
        Accounts withSample = open(true);
        withSample.addSample(SampleAccount.ALL);
        withSample.resetPassword("energy", "admin");

        assertThat(open(false).active("energy")).isPresent();
        assertThat(open(true).addSample(SampleAccount.ALL)).containsExactly("energy");
    }

    @Test
    void adding_the_sample_again_keeps_what_an_administrator_did() {
        Accounts accounts = open(true);
        accounts.addSample(SampleAccount.ALL);
        accounts.disable("energy", "admin");
        accounts.addSample(SampleAccount.ALL);

        assertThat(accounts.active("energy")).isEmpty();
    }

    @Test
    void the_first_start_makes_one_administrator_and_the_next_none() {
        String password = open(false).ensureAdministrator().orElseThrow();

        assertThat(QUICK.matches(
                        password, open(false).active("admin").orElseThrow().passwordHash()))
                .isTrue();
        assertThat(open(false).ensureAdministrator()).isEmpty();
    }

    @Test
    void a_lost_password_of_the_administrator_is_replaced_without_touching_other_accounts() {
        Accounts accounts = open(false);
        String lost = accounts.ensureAdministrator().orElseThrow();
        accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");

        String found = accounts.resetAdministrator();
        String hash = open(false).active("admin").orElseThrow().passwordHash();
        assertThat(QUICK.matches(found, hash)).isTrue();
        assertThat(QUICK.matches(lost, hash)).isFalse();
        assertThat(open(false).active("energy")).isPresent();
    }

    @Test
    void without_the_sample_its_administrator_gets_a_secret_password() {
        open(true).addSample(SampleAccount.ALL);
        String password = open(false).ensureAdministrator().orElseThrow();

        assertThat(QUICK.matches(
                        password, open(false).active("admin").orElseThrow().passwordHash()))
                .isTrue();
    }

    @Test
    void the_file_is_readable_by_its_owner_alone() throws IOException {
        open(false).ensureAdministrator();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_write_that_was_cut_off_leaves_the_old_accounts_and_is_written_over() throws IOException {
        open(false).ensureAdministrator();
        Files.writeString(folder.resolve("accounts.json.new"), "{\"accounts\" : [ {");

        Accounts accounts = open(false);
        assertThat(accounts.active("admin")).isPresent();
        accounts.add("energy", ENERGY, List.of(Role.AGENCY_STAFF), "admin");
        assertThat(open(false).all()).hasSize(2);
    }

    @Test
    void accounts_added_at_once_are_all_kept_and_whoever_reads_meanwhile_reads_a_whole_file() throws Exception {
        Accounts accounts = open(false);
        accounts.ensureAdministrator();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(5)) {
            var reads = threads.submit(() -> {
                List<Integer> sizes = new ArrayList<>();
                while (writing.get()) {
                    sizes.add(open(false).all().size());
                }
                return sizes;
            });
            List<Callable<String>> adds = IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(
                            i -> () -> accounts.add("kim-" + i, ENERGY, List.of(Role.AGENCY_STAFF), "admin"))
                    .toList();
            for (var add : threads.invokeAll(adds)) {
                add.get();
            }
            writing.set(false);
            assertThat(reads.get()).isSorted().allMatch(size -> size >= 1 && size <= 41);
        }
        assertThat(open(false).all()).hasSize(41);
    }

    private static void refused(String field, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private Accounts open(boolean sampleAllowed) {
        return Accounts.open(file(), QUICK, NOON, sampleAllowed);
    }

    private Path file() {
        return folder.resolve("accounts.json");
    }
}
