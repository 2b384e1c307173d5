package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run decides as the command would and leaves nothing behind. */
class DryRunTest {
    private static final String DRY = "?dryRun=true";
    private static final String BODY = People.forecast("rer-upton", "rer-demo-ops", "2027-06-30");

    @TempDir
    Path folder;

    private TestTokens tokens;
    private RunningService service;
    private People people;
    private long head;

    @BeforeEach
    void begin() {
        tokens = new TestTokens();
        service = new RunningService(folder.resolve("ledger.db"), tokens);
        people = new People(tokens);
        people.setUp(service);
        head = service.ledger().head();
    }

    @AfterEach
    void end() {
        service.close();
        tokens.close();
    }

    private Answer dry(String command, String body, String... headers) {
        return service.send(people.energy(), command + DRY, body, headers);
    }

    private void assertThatNothingWasStored() {
        assertThat(service.ledger().head()).isEqualTo(head);
        assertThat(service.recordedAfter(head)).isEmpty();
    }

    @Test
    void it_says_which_events_a_command_would_yield_and_stores_none() {
        Answer answer = People.done(dry("report-forecast", BODY));

        assertThat(answer.json().get("dryRun").asBoolean()).isTrue();
        assertThat(answer.position()).isEqualTo(head);
        assertThat(answer.types()).containsExactly("forecast-reported");
        assertThatNothingWasStored();
    }

    @Test
    void the_same_key_can_be_sent_in_earnest_afterwards() {
        People.done(dry("report-forecast", BODY, "Idempotency-Key", "row-1"));
        People.done(dry("report-forecast", BODY.replace("2027-06-30", "2027-07-31"), "Idempotency-Key", "row-1"));
        assertThat(service.ledger().findCommand("energy", "row-1")).isEmpty();

        Answer sent = People.done(service.send(people.energy(), "report-forecast", BODY, "Idempotency-Key", "row-1"));

        assertThat(sent.position()).isEqualTo(head + 1);
        assertThat(dry("report-forecast", BODY, "Idempotency-Key", "row-1").text())
                .as("what was carried out is answered as it was")
                .isEqualTo(sent.text());
        assertThat(dry("report-forecast", BODY.replace("2027-06-30", "2027-07-31"), "Idempotency-Key", "row-1")
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_USED");
    }

    @Test
    void a_refusal_is_answered_as_it_would_be_and_is_not_kept() {
        String foreign = People.forecast("ucore-smc", "ucore-first-prod", "2027-06-30");

        Answer answer = dry("report-forecast", foreign, "Idempotency-Key", "row-2");
        Answer early = dry("report-forecast", BODY.replace("2027-06-30", "2026-06-14"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(early.status()).isEqualTo(422);
        assertThat(service.ledger().findCommand("energy", "row-2")).isEmpty();
        assertThatNothingWasStored();
        Answer sent = service.send(people.energy(), "report-forecast", foreign, "Idempotency-Key", "row-2");
        assertThat(sent.text()).isEqualTo(answer.text());
        assertThat(service.ledger().head()).isEqualTo(head + 1);
    }

    @Test
    void what_was_rehearsed_is_not_what_the_next_command_is_decided_on() {
        String version = "\"" + service.ledger().lastSequence("program/rer-upton") + "\"";
        People.done(dry("report-actual", """
                {"programId":"rer-upton","milestoneId":"rer-demo-ops","date":"2026-06-01","evidence":"a notice"}"""));

        Answer forecast = service.send(people.energy(), "report-forecast", BODY, "If-Match", version);

        assertThat(forecast.status())
                .as("a milestone that was only rehearsed as reached still takes a forecast")
                .isEqualTo(200);
        assertThat(dry("report-forecast", BODY, "If-Match", version).status()).isEqualTo(412);
    }

    @Test
    void a_command_across_programs_and_one_that_creates_leave_nothing_either() {
        People.done(dry("confirm-unchanged", """
                {"lines":[{"programId":"rer-upton","milestoneId":"rer-demo-ops"}],"source":"monthly report"}"""));
        People.done(dry("propose-program", People.program("new-plant", "ENERGY")));
        assertThatNothingWasStored();

        People.done(service.send(people.energy(), "propose-program", People.program("new-plant", "ENERGY")));
    }

    @Test
    void a_command_that_would_change_nothing_says_so() {
        String policy = "{\"agency\":\"ENERGY\",\"policy\":\"AT_ONCE\"}";
        People.done(service.send(people.energyApprover(), "set-release-policy", policy));

        Answer again =
                service.send(people.energyApprover(), "set-release-policy" + DRY, policy, "Idempotency-Key", "p");

        assertThat(again.types()).isEmpty();
        assertThat(service.ledger().findCommand("energy.approver", "p")).isEmpty();
    }
}
