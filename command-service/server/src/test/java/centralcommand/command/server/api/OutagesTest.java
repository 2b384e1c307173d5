package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;
import centralcommand.ledger.RecordedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service depends on may be away, and there may be two of it. */
class OutagesTest {
    @TempDir
    Path folder;

    @Test
    void without_its_ledger_the_service_is_not_ready_and_says_that_sending_again_is_safe() {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            assertThat(service.get("/actuator/health/readiness", "").status()).isEqualTo(200);
            service.ledger().close();
            assertThat(service.get("/actuator/health/readiness", "").status()).isEqualTo(503);
            assertThat(service.get("/actuator/health/liveness", "").status()).isEqualTo(200);
            Answer answer =
                    service.send(people.czar(), "register-organization", People.organization("energy", "ENERGY"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("LEDGER_UNAVAILABLE");
            assertThat(answer.headers()).containsKey("Retry-After");
        }
    }

    @Test
    void without_the_identity_provider_no_token_can_be_checked() {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            String token = new People(tokens).czar();
            tokens.close();
            Answer answer = service.get("/api/commands", token);
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("IDENTITY_UNAVAILABLE");
        }
    }

    @Test
    void two_services_on_one_ledger_cannot_both_take_an_id() throws Exception {
        try (TestTokens tokens = new TestTokens();
                RunningService one = new RunningService(folder.resolve("ledger.db"), tokens);
                RunningService other = new RunningService(folder.resolve("ledger.db"), tokens);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            People people = new People(tokens);
            people.setUp(one);
            for (int round = 0; round < 20; round++) {
                String id = "wanted-" + round;
                long before = one.ledger().head();
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Answer>> sent = List.of(
                        threads.submit(() -> {
                            start.await();
                            return one.send(people.energy(), "propose-program", People.program(id, "ENERGY"));
                        }),
                        threads.submit(() -> {
                            start.await();
                            return other.send(people.defense(), "propose-baseline", People.baseline("ucore-smc", id));
                        }));
                List<Integer> answers = new ArrayList<>();
                for (Future<Answer> each : sent) {
                    answers.add(each.get().status());
                }
                assertThat(answers).containsExactlyInAnyOrder(200, 422);
                assertThat(one.recordedAfter(before))
                        .extracting(RecordedEvent::type)
                        .hasSize(2)
                        .contains("command-refused");
            }
        }
    }

    @Test
    void one_command_given_to_two_services_at_once_is_carried_out_once() throws Exception {
        try (TestTokens tokens = new TestTokens();
                RunningService one = new RunningService(folder.resolve("ledger.db"), tokens);
                RunningService other = new RunningService(folder.resolve("ledger.db"), tokens);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            People people = new People(tokens);
            people.setUp(one);
            for (int round = 0; round < 20; round++) {
                String body = People.forecast("rer-upton", "rer-demo-ops", "2027-06-" + (10 + round));
                String key = "command-" + round;
                long before = one.ledger().head();
                CyclicBarrier start = new CyclicBarrier(2);
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> each : List.of(
                        threads.submit(() -> {
                            start.await();
                            return one.send(people.energy(), "report-forecast", body, "Idempotency-Key", key);
                        }),
                        threads.submit(() -> {
                            start.await();
                            return other.send(people.energy(), "report-forecast", body, "Idempotency-Key", key);
                        }))) {
                    answers.add(each.get());
                }
                assertThat(answers.getFirst().status()).as(answers.toString()).isEqualTo(200);
                assertThat(answers.getLast().text())
                        .isEqualTo(answers.getFirst().text());
                assertThat(one.recordedAfter(before)).hasSize(1);
            }
        }
    }

    @Test
    void what_one_service_remembers_of_a_record_is_not_used_after_another_has_written_to_it() {
        try (TestTokens tokens = new TestTokens();
                RunningService one = new RunningService(folder.resolve("ledger.db"), tokens);
                RunningService other = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            people.setUp(one);
            String june = People.forecast("rer-upton", "rer-demo-ops", "2027-06-30");
            String july = People.forecast("rer-upton", "rer-demo-ops", "2027-07-31");
            assertThat(one.send(people.energy(), "report-forecast", june).types())
                    .containsExactly("forecast-reported");
            assertThat(one.send(people.energy(), "report-forecast", june).types())
                    .as("nothing new")
                    .isEmpty();
            assertThat(other.send(people.energy(), "report-forecast", july).types())
                    .containsExactly("forecast-reported");
            assertThat(one.send(people.energy(), "report-forecast", june).types())
                    .as("news again, since the other service recorded July")
                    .containsExactly("forecast-reported");
        }
    }
}
