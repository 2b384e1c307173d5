package centralcommand.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.SigningKey;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Others may cosign or not, be slow, wrong or hostile: what is signed here goes on, and what they have seen is not kept quiet. */
@Timeout(60)
class WitnessesTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private SqliteLedger ledger;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), new SteppingClock());
        checkpoints = Checkpoints.signedWith(folder.resolve("ledger-key"), ledger);
        record(3);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void record(int commits) {
        for (var n = 0; n < commits; n++) {
            ledger.append(Commit.of(LedgerTestKit.event("a", ledger.lastSequence("a") + 1)));
        }
    }

    private Witnesses witnesses(Witness... witnesses) {
        return new Witnesses(ledger, checkpoints, List.of(witnesses));
    }

    private SignedNote note() {
        return SignedNote.parse(checkpoints.upToDate().orElseThrow().text());
    }

    @Test
    void those_who_cosign_stand_together_below_the_checkpoint() throws Exception {
        try (var one = FakeWitness.trusting("one.example/w");
                var two = FakeWitness.trusting("two.example/w")) {
            var first = one.witness(HTTP);
            var second = two.witness(HTTP);
            try (var witnesses = witnesses(first, second)) {
                witnesses.watch().join();

                assertThat(first.hasCosigned(note())).isTrue();
                assertThat(second.hasCosigned(note())).isTrue();
                var notes = ledger.notes().count();
                witnesses.watch().join();
                assertThat(ledger.notes().count()).isEqualTo(notes);
            }
        }
    }

    @Test
    void one_who_stops_in_the_middle_of_his_answer_holds_up_neither_what_is_signed_nor_the_others() throws Exception {
        try (var silent = FakeWitness.silentAfterTheFirstBytes("silent.example/w");
                var good = FakeWitness.trusting("good.example/w")) {
            var other = good.witness(HTTP);
            try (var witnesses = witnesses(silent.witness(HTTP, Duration.ofSeconds(50)), other)) {
                var underWay = witnesses.watch();
                record(1);
                // The silent one is being asked about the first one all the while, the other perhaps still when the
                // second is signed.
                do {
                    witnesses.watch().join();
                } while (!other.hasCosigned(note()));

                assertThat(note().text()).contains("\n4\n");
                assertThat(underWay).isNotDone();
            }
        }
    }

    @Test
    void one_who_stops_in_the_middle_of_his_answer_is_given_up() throws Exception {
        try (var silent = FakeWitness.silentAfterTheFirstBytes("silent.example/w")) {
            var witness = silent.witness(HTTP, SHORT);
            assertThatThrownBy(() -> witness.cosign(note(), ledger))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("gave no whole answer within 300 ms");
        }
    }

    @Test
    void an_answer_without_end_is_not_read() throws Exception {
        try (var endless = FakeWitness.endless("endless.example/w")) {
            var witness = endless.witness(HTTP);
            assertThatThrownBy(() -> witness.cosign(note(), ledger))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("does not answer as a witness does");
        }
    }

    @Test
    void another_root_for_the_same_size_is_an_alarm_until_he_cosigns_again() throws Exception {
        var cleared = new AtomicBoolean();
        try (var trusting = FakeWitness.trusting("agency.example/w");
                var strict = new FakeWitness("agency.example/strict", (body, out) -> {
                    if (cleared.get()) {
                        FakeWitness.answer(out, 500, "text/plain", "Closed.\n");
                    } else {
                        FakeWitness.answer(out, 409, "text/plain; charset=utf-8", "Another root was cosigned.\n");
                    }
                })) {
            assertThat(trusting.witness(HTTP).alarm()).isEmpty();
            var witness = strict.witness(HTTP);
            try (var witnesses = witnesses(witness)) {
                witnesses.watch().join();
                assertThat(witness.alarm())
                        .hasValueSatisfying(said -> assertThat(said)
                                .startsWith(
                                        "Two histories: witness agency.example/strict has seen another one of this ledger; for 3 commits he has cosigned another root.")
                                .contains("/checkpoint shows and give it to infra/verify/verify --checkpoint"));
                cleared.set(true);
                witnesses.watch().join();
                assertThat(witness.alarm())
                        .as("that he fails takes nothing back")
                        .isPresent();
            }
        }
    }

    @Test
    void the_alarm_is_over_when_he_cosigns() throws Exception {
        var agrees = new AtomicBoolean();
        var itself = new FakeWitness[1];
        try (var witnessed = new FakeWitness("agency.example/w", (body, out) -> {
            if (agrees.get()) {
                FakeWitness.answer(out, 200, "text/plain", itself[0].cosigned(body));
            } else {
                FakeWitness.answer(out, 422, "text/plain", "No proof.\n");
            }
        })) {
            itself[0] = witnessed;
            var witness = witnessed.witness(HTTP);
            assertThatThrownBy(() -> witness.cosign(note(), ledger)).isInstanceOf(TwoHistoriesException.class);
            assertThat(witness.alarm()).isPresent();
            agrees.set(true);
            witness.cosign(note(), ledger);
            assertThat(witness.alarm()).isEmpty();
        }
    }

    @Test
    void after_he_said_his_size_another_root_or_a_proof_that_fails_is_an_alarm() throws Exception {
        for (var strict : List.of(
                FakeWitness.withAnotherRoot(3),
                FakeWitness.having(3, 409, "text/x.tlog.size", "3\n"),
                FakeWitness.having(2, 422, "text/plain", "The proof does not show it.\n"))) {
            try (strict) {
                var witness = strict.witness(HTTP);
                assertThatThrownBy(() -> witness.cosign(note(), ledger))
                        .isInstanceOf(TwoHistoriesException.class)
                        .hasMessageStartingWith("Two histories: witness agency.example/strict");
                assertThat(witness.alarm()).isPresent();
            }
        }
    }

    @Test
    void one_who_has_cosigned_more_than_there_is_has_seen_what_was_cut() throws Exception {
        try (var strict = FakeWitness.having(9, 200, "text/plain", "")) {
            var witness = strict.witness(HTTP);
            for (var time = 0; time < 2; time++) {
                assertThatThrownBy(() -> witness.cosign(note(), ledger))
                        .isInstanceOf(TwoHistoriesException.class)
                        .hasMessageContaining("he has cosigned 9 commits, but there are only 3");
            }
        }
    }

    @Test
    void one_who_has_got_a_later_checkpoint_from_somebody_else_is_no_alarm() throws Exception {
        try (var strict = FakeWitness.having(5, 200, "text/plain", "")) {
            var witness = strict.witness(HTTP);
            var early = note();
            record(2);
            assertThatThrownBy(() -> witness.cosign(early, ledger))
                    .isInstanceOf(LedgerException.class)
                    .isNotInstanceOf(TwoHistoriesException.class);
            assertThat(witness.alarm()).isEmpty();
        }
    }

    @Test
    void what_he_sends_beside_his_cosignature_is_not_kept() throws Exception {
        var ours = SigningKey.generate(note().signatures().getFirst().keyName());
        var itself = new FakeWitness[1];
        try (var sly = new FakeWitness("sly.example/w", (body, out) -> {
            var forged = FakeWitness.line(
                    ours.sign(FakeWitness.note(body)).signatures().getLast());
            FakeWitness.answer(out, 200, "text/plain", forged + itself[0].cosigned(body));
        })) {
            itself[0] = sly;
            var before = note();
            try (var witnesses = witnesses(sly.witness(HTTP))) {
                witnesses.watch().join();
            }
            assertThat(note().signatures())
                    .hasSize(2)
                    .startsWith(before.signatures().getFirst());
            assertThat(note().signatures().getLast().keyName()).isEqualTo("sly.example/w");
        }
    }

    @Test
    void what_is_no_cosignature_of_this_checkpoint_is_refused() throws Exception {
        for (var text : List.of("", "\n", "nothing\n", "\u2014 agency.example/strict AAAA\n", "a\n\n\u2014 x AAAA\n")) {
            try (var strict = FakeWitness.having(0, 200, "text/plain", text)) {
                assertThatThrownBy(() -> strict.witness(HTTP).cosign(note(), ledger))
                        .isInstanceOf(LedgerException.class)
                        .hasMessageContaining("does not cosign");
            }
        }
    }

    @Test
    void other_refusals_are_told_as_they_came() throws Exception {
        try (var strict = FakeWitness.having(0, 403, "text/plain", "No trusted key of the log has signed this.\n")) {
            assertThatThrownBy(() -> strict.witness(HTTP).cosign(note(), ledger))
                    .hasMessage(
                            "Witness agency.example/strict does not cosign: he answered 403: No trusted key of the log has signed this.");
        }
    }

    @Test
    void closing_gives_up_who_is_being_asked() throws Exception {
        var asked = new CountDownLatch(1);
        try (var silent = new FakeWitness("silent.example/w", (body, out) -> {
            asked.countDown();
            new CountDownLatch(1).await();
        })) {
            var witnesses = witnesses(silent.witness(HTTP, Duration.ofSeconds(50)));
            var underWay = witnesses.watch();
            asked.await();
            witnesses.close();
            underWay.get(20, TimeUnit.SECONDS);
        }
    }
}
