package centralcommand.verify;

import static centralcommand.verify.Verdict.at;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoTest {
    private static final TestLedger LEDGER = TestLedger.standard();

    private MongoServer server;
    private MongoClient client;
    private String uri;
    private MongoCollection<Document> commits;

    @BeforeEach
    void write() {
        server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        uri = "mongodb://127.0.0.1:%d/ledger".formatted(address.getPort());
        client = MongoClients.create(uri);
        var database = client.getDatabase("ledger");
        commits = database.getCollection("commits");
        for (var commit : LEDGER.commits) {
            commits.insertOne(document(commit));
        }
        writeNotes(database);
    }

    private static void writeNotes(MongoDatabase database) {
        var id = 0L;
        for (var note : LEDGER.notes) {
            database.getCollection("notes")
                    .insertOne(new Document("_id", ++id)
                            .append("kind", note.kind())
                            .append("size", note.size())
                            .append("note", note.text()));
        }
    }

    private static Document document(TestLedger.Commit commit) {
        var number = (int) commit.number();
        var events = new ArrayList<Document>();
        for (var event : commit.events()) {
            events.add(new Document("id", event.id())
                    .append("stream", event.stream())
                    .append("seq", event.sequence())
                    .append("type", event.type())
                    .append("rev", event.revision())
                    .append("payload", new Binary(event.payload()))
                    .append("meta", new Binary(event.metadata())));
        }
        var document = new Document("_id", commit.number())
                .append("first", commit.first())
                .append("count", commit.events().size())
                .append("epoch", commit.epoch())
                .append("at", commit.recordedAt());
        var command = commit.command();
        if (command != null) {
            document.append(
                    "cmd",
                    new Document("actor", command.actor())
                            .append("id", command.id())
                            .append("body", command.body()));
        }
        return document.append("events", events)
                .append("prev", new Binary(number == 1 ? new byte[32] : LEDGER.hashes.get(number - 2)))
                .append("hash", new Binary(LEDGER.hashes.get(number - 1)))
                .append("subtrees", new Binary(LEDGER.subtrees(number)));
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    private Verdict after(int commit, Bson update) throws Exception {
        commits.updateOne(eq("_id", (long) commit), update);
        return Verdict.of(uri);
    }

    private static long first(int commit) {
        return LEDGER.commits.get(commit - 1).first();
    }

    @Test
    void an_untouched_ledger_holds() throws Exception {
        Verdict.of(uri).holds();
    }

    @Test
    void a_changed_payload_is_found() throws Exception {
        after(9, set("events.0.payload", new Binary(new byte[] {1}))).finds(at(Kind.CHANGED, 9, first(9)));
    }

    @Test
    void a_missing_commit_is_found_and_the_next_one_is_still_checked() throws Exception {
        commits.deleteOne(eq("_id", 9L));
        after(10, set("at", 0L)).findsAmongOthers(at(Kind.MISSING, 9));
        Verdict.of(uri).findsAmongOthers(at(Kind.CHANGED, 10));
    }

    @Test
    void a_changed_previous_hash_is_found() throws Exception {
        after(9, set("prev", new Binary(new byte[32]))).finds(at(Kind.WRONG_PREVIOUS, 9));
    }

    @Test
    void a_changed_commit_whose_own_hash_was_made_to_fit_is_found_there() throws Exception {
        var nine = LEDGER.commits.get(8);
        var changed = nine.withEvents(List.of(nine.events().getFirst().withPayload("{}")));
        var hash = TestLedger.hash(changed, LEDGER.hashes.get(7));
        commits.updateOne(eq("_id", 9L), set("events.0.payload", new Binary("{}".getBytes(StandardCharsets.UTF_8))));
        var verdict = after(9, set("hash", new Binary(hash)));
        verdict.findsAmongOthers(at(Kind.CHANGED, 9, first(9)));
        assertThat(verdict.findings().stream().map(Finding::kind)).containsOnly(Kind.CHANGED, Kind.WRONG_ROOT);
        assertThat(verdict.out()).contains("commit 10 still names the hash that it had");
    }

    @Test
    void a_negative_count_of_events_is_found_even_where_there_are_none() throws Exception {
        after(12, set("count", -1)).finds(at(Kind.MALFORMED, 12));
    }

    @Test
    void a_changed_hash_is_found() throws Exception {
        after(9, set("hash", new Binary(new byte[32]))).finds(at(Kind.WRONG_HASH, 9));
    }

    @Test
    void changed_subtrees_are_found() throws Exception {
        after(16, set("subtrees", new Binary(new byte[32]))).finds(at(Kind.WRONG_SUBTREES, 16));
    }

    @Test
    void a_removed_command_is_found() throws Exception {
        after(9, unset("cmd")).finds(at(Kind.CHANGED, 9, first(9)));
    }

    @Test
    void a_value_of_the_wrong_type_is_found_even_if_it_means_the_same() throws Exception {
        commits.deleteOne(eq("_id", 9L));
        commits.insertOne(document(LEDGER.commits.get(8)).append("epoch", 1.0));
        Verdict.of(uri).finds(at(Kind.MALFORMED, 9));
        after(9, set("epoch", "one")).findsAmongOthers(at(Kind.CHANGED, 9, first(9)));
        after(9, set("events", "none")).findsAmongOthers(at(Kind.MISSING, 9, first(9)));
    }

    @Test
    void a_document_whose_name_is_no_number_is_found() throws Exception {
        commits.insertOne(new Document("_id", "hidden"));
        Verdict.of(uri).finds(at(Kind.MALFORMED, 0));
    }

    @Test
    void a_ledger_that_was_cut_is_shorter_than_its_own_checkpoint() throws Exception {
        commits.deleteMany(com.mongodb.client.model.Filters.gt("_id", 33L));
        Verdict.of(uri).finds(at(Kind.SET_BACK, 37));
    }
}
