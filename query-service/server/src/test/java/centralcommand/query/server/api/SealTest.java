package centralcommand.query.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.shared.Role;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.Proofs;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.SigningKey;
import centralcommand.ledger.proof.VerifierKey;
import centralcommand.ledger.sqlite.SqliteLedger;
import centralcommand.query.server.told.Story;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is sealed can be checked by whoever asks, with nothing but the answers. */
class SealTest {
    @TempDir
    private Path folder;

    private RunningService service() throws Exception {
        return new RunningService(folder, "central-command.ledger.key-file=" + folder.resolve("ledger-key"));
    }

    /** A token of now: recording moves the clock. */
    private static String auditor(RunningService service) {
        return service.token("auditor", null, Role.AUDITOR);
    }

    private static Hash hash(JsonNode node, String name) {
        return Hash.ofHex(node.get(name).asString());
    }

    private static List<Hash> proof(JsonNode node) {
        return node.get("proof")
                .valueStream()
                .map(each -> Hash.ofHex(each.asString()))
                .toList();
    }

    @Test
    void a_checkpoint_proves_every_event_and_that_it_continues_the_one_before() throws Exception {
        try (RunningService service = service()) {
            assertThat(service.get(auditor(service), "/api/ledger/checkpoint").statusCode())
                    .isEqualTo(404);
            assertThat(service.json(auditor(service), "/api/ledger")
                            .get("proof")
                            .asString())
                    .contains("Nothing is signed yet");
            var facts = Story.told().facts();
            service.record(facts.subList(0, 20));
            Checkpoint before = checkpoint(service);
            long head = service.record(facts.subList(20, facts.size()));
            String auditor = auditor(service);
            service.json(auditor, "/api/board?minPosition=" + head);
            Checkpoint all = checkpoint(service);

            assertThat(all.size()).isEqualTo(service.ledger().commits());
            for (long position = 1; position <= head; position++) {
                JsonNode inclusion = service.json(auditor, "/api/ledger/inclusion?position=" + position);
                assertThat(Proofs.includes(
                                hash(inclusion, "hash"),
                                inclusion.get("commit").asLong() - 1,
                                all.size(),
                                proof(inclusion),
                                all.root()))
                        .as("event %d", position)
                        .isTrue();
            }
            JsonNode consistency = service.json(auditor, "/api/ledger/consistency?from=" + before.size());
            assertThat(Proofs.consistent(before.size(), before.root(), all.size(), all.root(), proof(consistency)))
                    .isTrue();
            JsonNode state = service.json(auditor, "/api/ledger");
            assertThat(state.at("/seal/commits").asLong()).isEqualTo(all.size());
            assertThat(state.at("/seal/position").asLong()).isEqualTo(head);
            assertThat(state.at("/seal/root").asString()).isEqualTo(all.root().hex());
            assertThat(state.get("proof").asString())
                    .contains("events 1 to " + head)
                    .contains("No witness outside has confirmed it")
                    .doesNotContain("not sealed yet");
        }
    }

    /** Checked as somebody would who has only the keys' address and the checkpoint's. */
    private static Checkpoint checkpoint(RunningService service) throws Exception {
        String token = auditor(service);
        SignedNote note =
                SignedNote.parse(service.get(token, "/api/ledger/checkpoint").body());
        JsonNode keys = service.json(token, "/api/ledger/keys").get("keys");
        assertThat(keys).hasSize(1);
        assertThat(VerifierKey.parse(keys.get(0).get("key").asString()).verify(note))
                .isTrue();
        return Checkpoint.parse(note.text());
    }

    @Test
    void what_cannot_be_proved_is_said() throws Exception {
        try (RunningService service = service()) {
            service.record(Story.told().facts().subList(0, 20));
            for (String line : """
                    /api/ledger/inclusion?position=0, 404, position
                    /api/ledger/inclusion?position=99999, 404, position
                    /api/ledger/inclusion?position=last, 400, position
                    /api/ledger/inclusion, 400, position
                    /api/ledger/inclusion?position=9&size=1, 400, size
                    /api/ledger/inclusion?position=1&size=99999, 400, size
                    /api/ledger/consistency?from=0, 400, from
                    /api/ledger/consistency?from=3&to=2, 400, from
                    /api/ledger/consistency?from=1&to=99999, 400, to
                    /api/ledger/consistency, 400, from
                    /api/ledger/checkpoint?size=1, 400, size
                    """.lines().toList()) {
                String[] expected = line.split(", ");
                var answer = service.get(auditor(service), expected[0]);
                assertThat(answer.statusCode()).as(line + " " + answer.body()).isEqualTo(Integer.parseInt(expected[1]));
                assertThat(answer.body()).contains("\"field\":\"" + expected[2] + "\"");
            }
        }
    }

    @Test
    void everyone_signed_in_may_have_proofs_and_nobody_else() throws Exception {
        try (RunningService service = service()) {
            service.record(Story.told().facts().subList(0, 5));
            String energy = service.token("energy", "ENERGY", Role.AGENCY_STAFF);
            for (String path : List.of("checkpoint", "keys", "inclusion?position=1", "consistency?from=1")) {
                assertThat(service.get(energy, "/api/ledger/" + path).statusCode())
                        .as(path)
                        .isEqualTo(200);
                assertThat(service.get(null, "/api/ledger/" + path).statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void a_note_that_somebody_wrote_into_the_ledger_is_named_and_nothing_answers_that_all_is_well() throws Exception {
        for (Kind kind : Kind.values()) {
            Path apart = Files.createDirectories(folder.resolve(kind.name()));
            try (RunningService service =
                    new RunningService(apart, "central-command.ledger.key-file=" + apart.resolve("ledger-key"))) {
                service.record(Story.told().facts().subList(0, 5));
                service.get(auditor(service), "/api/ledger/checkpoint");
                service.ledger().notes().keep(kind, 5, "rubbish");

                assertThat(service.json(auditor(service), "/api/ledger")
                                .get("proof")
                                .asString())
                        .startsWith("Alarm:")
                        .contains("Note 3 of the ledger");
                var refusing = kind == Kind.KEY ? "keys" : "checkpoint";
                var answer = service.get(auditor(service), "/api/ledger/" + refusing);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.body()).contains("Note 3 of the ledger");
            }
        }
    }

    @Test
    @Timeout(60)
    void a_witness_who_has_seen_another_history_is_an_alarm() throws Exception {
        HttpServer witness = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        witness.createContext("/add-checkpoint", exchange -> {
            byte[] said = "Another root was cosigned for this size.\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(409, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        witness.start();
        String key = SigningKey.generate("agency.example/witness").witnessKey().text();
        try (RunningService service = new RunningService(
                folder,
                "central-command.ledger.key-file=" + folder.resolve("ledger-key"),
                "central-command.ledger.checkpoint-interval=50ms",
                "central-command.ledger.witnesses=%s http://127.0.0.1:%d"
                        .formatted(key, witness.getAddress().getPort()))) {
            service.record(Story.told().facts().subList(0, 5));
            String proof;
            do {
                proof = service.json(auditor(service), "/api/ledger")
                        .get("proof")
                        .asString();
            } while (!proof.startsWith("Alarm:"));
            assertThat(proof)
                    .contains("Two histories: witness agency.example/witness has seen another one of this ledger");
        } finally {
            witness.stop(0);
        }
    }

    @Test
    void a_ledger_that_was_set_back_is_not_signed_and_the_reason_is_said() throws Exception {
        try (RunningService service = service()) {
            service.record(Story.told().facts().subList(0, 5));
        }
        Path older = folder.resolve("older");
        Files.createDirectories(older);
        try (var from = SqliteLedger.open(folder.resolve("ledger.db"), Clock.systemUTC());
                var to = SqliteLedger.open(older.resolve("ledger.db"), Clock.systemUTC())) {
            to.adopt(from.readCommits(0, 3));
        }
        try (RunningService service = service()) {
            service.get(auditor(service), "/api/ledger/checkpoint");
        }
        try (RunningService service =
                new RunningService(older, "central-command.ledger.key-file=" + folder.resolve("ledger-key"))) {
            var answer = service.get(auditor(service), "/api/ledger/checkpoint");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(service.json(auditor(service), "/api/ledger")
                            .get("proof")
                            .asString())
                    .startsWith("Alarm: this is not the ledger that was signed for.");
            assertThat(answer.body())
                    .contains("NOT_SEALED")
                    .contains("5 commits were signed for, but the ledger has only 3");
        }
    }
}
