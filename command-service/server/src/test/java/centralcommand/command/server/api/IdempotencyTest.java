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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command is carried out once, however often and from wherever it comes. */
class IdempotencyTest {
    private static final int THREADS = 16;

    @TempDir
    Path folder;

    private static List<Answer> race(IntFunction<Answer> send) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Answer>> sent = IntStream.range(0, THREADS)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return send.apply(number);
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : sent) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    @Test
    void a_command_that_changes_nothing_is_not_decided_anew_under_its_id() {
        String atOnce = "{\"agency\":\"ENERGY\",\"policy\":\"AT_ONCE\"}";
        String byApprover = "{\"agency\":\"ENERGY\",\"policy\":\"BY_APPROVER\"}";
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            people.setUp(service);
            String approver = people.energyApprover();
            People.done(service.send(approver, "set-release-policy", atOnce));
            Answer unchanged =
                    People.done(service.send(approver, "set-release-policy", atOnce, "Idempotency-Key", "unchanged"));
            assertThat(unchanged.text()).contains("\"events\":[]");
            People.done(service.send(approver, "set-release-policy", byApprover));
            long head = service.ledger().head();

            Answer again = service.send(approver, "set-release-policy", atOnce, "Idempotency-Key", "unchanged");
            Answer other = service.send(approver, "set-release-policy", byApprover, "Idempotency-Key", "unchanged");

            assertThat(again.text()).isEqualTo(unchanged.text());
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_USED");
            assertThat(service.ledger().head()).isEqualTo(head);
        }
    }

    @Test
    void the_same_id_is_answered_the_same_also_after_a_restart() {
        String body = People.forecast("rer-upton", "rer-demo-ops", "2027-06-30");
        String refusedBody = People.forecast("ucore-smc", "ucore-first-prod", "2027-06-30");
        try (TestTokens tokens = new TestTokens()) {
            People people = new People(tokens);
            Answer first;
            Answer refused;
            try (RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
                people.setUp(service);
                first = service.send(people.energy(), "report-forecast", body, "Idempotency-Key", "key-1");
                refused = service.send(people.energy(), "report-forecast", refusedBody, "Idempotency-Key", "key-2");
                assertThat(first.status()).isEqualTo(200);
                assertThat(refused.status()).isEqualTo(403);
                Answer second = service.send(people.energy(), "report-forecast", body, "Idempotency-Key", "key-1");
                assertThat(second.text()).isEqualTo(first.text());
            }
            try (RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
                long head = service.ledger().head();
                Answer again = service.send(people.energy(), "report-forecast", body, "Idempotency-Key", "key-1");
                assertThat(again.text()).isEqualTo(first.text());
                Answer refusedAgain =
                        service.send(people.energy(), "report-forecast", refusedBody, "Idempotency-Key", "key-2");
                assertThat(refusedAgain.status()).isEqualTo(403);
                assertThat(refusedAgain.text()).isEqualTo(refused.text());
                Answer other = service.send(
                        people.energy(),
                        "report-forecast",
                        body.replace("2027-06-30", "2027-07-31"),
                        "Idempotency-Key",
                        "key-1");
                assertThat(other.status()).isEqualTo(409);
                assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_USED");
                Answer otherCommand = service.send(
                        people.energy(),
                        "approve-program",
                        "{\"programId\":\"rer-upton\"}",
                        "Idempotency-Key",
                        "key-2");
                assertThat(otherCommand.status()).isEqualTo(409);
                assertThat(service.ledger().head()).isEqualTo(head);
                Answer another =
                        service.send(people.energyApprover(), "report-forecast", body, "Idempotency-Key", "key-1");
                assertThat(another.status())
                        .as("ids of different accounts do not meet")
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void of_sixteen_at_once_one_is_carried_out() throws Exception {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            people.setUp(service);
            long before = service.ledger().head();
            String body = People.forecast("rer-upton", "rer-demo-ops", "2027-06-30");
            List<Answer> reports = race(
                    number -> service.send(people.energy(), "report-forecast", body, "Idempotency-Key", "one-report"));
            assertThat(reports)
                    .extracting(Answer::text)
                    .containsOnly(reports.getFirst().text());
            assertThat(reports).extracting(Answer::status).containsOnly(200);
            List<Answer> proposals = race(number -> service.send(
                    people.energy(),
                    "propose-program",
                    People.program("new-program", "ENERGY"),
                    "Idempotency-Key",
                    "one-proposal"));
            assertThat(proposals)
                    .extracting(Answer::text)
                    .containsOnly(proposals.getFirst().text());
            assertThat(proposals).extracting(Answer::status).containsOnly(200);
            List<Answer> refusals = race(number -> service.send(
                    people.energy(),
                    "report-forecast",
                    body.replace("rer-demo-ops", "nothing"),
                    "Idempotency-Key",
                    "one-refusal"));
            assertThat(refusals)
                    .extracting(Answer::text)
                    .containsOnly(refusals.getFirst().text());
            assertThat(service.recordedAfter(before))
                    .extracting(RecordedEvent::type)
                    .containsExactly("forecast-reported", "program-proposed", "command-refused");
        }
    }

    @Test
    void one_id_is_taken_by_one_kind_only_however_many_want_it() throws Exception {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            people.setUp(service);
            long before = service.ledger().head();
            List<Answer> answers = race(number -> switch (number % 4) {
                case 0 -> service.send(people.energy(), "propose-program", People.program("wanted", "ENERGY"));
                case 1 -> service.send(people.defense(), "propose-baseline", People.baseline("ucore-smc", "wanted"));
                case 2 -> service.send(people.czar(), "set-capacity-target", """
                        {"targetId":"wanted","material":"NDFEB_MAGNET","stage":"MAGNET","tonnesPerYear":%d,"kind":"TARGET","basis":"plan"}""".formatted(1 + number));
                default -> service.send(people.energy(), "record-funding", """
                        {"fundingId":"wanted","programId":"rer-upton","instrument":"LOAN","payer":"DOE","column":"SAID"}""");
            });
            List<RecordedEvent> recorded = service.recordedAfter(before).stream()
                    .filter(event -> !event.type().equals("command-refused"))
                    .toList();
            // A target may be set again under its id; everything else is created once.
            assertThat(recorded)
                    .extracting(RecordedEvent::type)
                    .containsOnly(recorded.getFirst().type());
            assertThat(answers).extracting(Answer::status).containsOnly(200, 422);
            // Where a milestone came first, its own program knows it by name.
            assertThat(answers.stream().filter(each -> each.status() == 422))
                    .extracting(Answer::code)
                    .isSubsetOf("ID_TAKEN", "MILESTONE_KNOWN")
                    .contains("ID_TAKEN");
        }
    }

    @Test
    void reports_on_one_program_at_once_are_all_recorded() throws Exception {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            people.setUp(service);
            List<Answer> answers = race(number -> service.send(
                    people.energy(),
                    "report-forecast",
                    People.forecast("rer-upton", "rer-demo-ops", "2027-06-" + (10 + number))));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(service.ledger().readStream("program/rer-upton", 4, 100)).hasSize(THREADS);
        }
    }

    @Test
    void who_sends_or_is_refused_too_often_has_to_wait() {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(
                        folder.resolve("ledger.db"),
                        tokens,
                        "central-command.limits.commands-per-second=1",
                        "central-command.limits.command-burst=12",
                        "central-command.limits.refusals-per-minute=2")) {
            People people = new People(tokens);
            people.setUp(service);
            String body = People.forecast("ucore-smc", "ucore-first-prod", "2027-06-30");
            for (int i = 0; i < 2; i++) {
                assertThat(service.send(people.energy(), "report-forecast", body)
                                .status())
                        .isEqualTo(403);
            }
            long head = service.ledger().head();
            Answer refused = service.send(people.energy(), "report-forecast", body);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("TOO_MANY_REFUSALS");
            assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(1, 31);
            List<Answer> many = IntStream.range(0, 15)
                    .mapToObj(number -> service.send(people.energy(), "launch-rocket", "{}"))
                    .toList();
            assertThat(many.getLast().status()).isEqualTo(429);
            assertThat(many.getLast().code()).isEqualTo("TOO_MANY_COMMANDS");
            assertThat(many.getLast().headers()).containsKey("Retry-After");
            assertThat(service.ledger().head()).isEqualTo(head);
            assertThat(service.send(people.defense(), "launch-rocket", "{}").status())
                    .as("each account has its own limit")
                    .isEqualTo(404);
        }
    }
}
