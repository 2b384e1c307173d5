package centralcommand.ledger.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.junit.jupiter.api.Test;

/** Over the wire, against a server that is a fake: see {@link FakeServer} for what this cannot show. */
class MongoLedgerTest extends LedgerTestKit {
    private final String address = FakeServer.emptyDatabase();

    @Override
    protected Ledger open() {
        return MongoLedger.open(address, clock);
    }

    @Test
    void a_single_server_is_refused_unless_it_is_allowed() {
        var uri = FakeServer.asIfReplicaSet();

        assertThatThrownBy(() -> MongoLedger.open(uri, clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("no replica set")
                .hasMessageContaining("standalone=allowed");
        MongoLedger.open(uri, clock, Standalone.ALLOWED).close();
    }

    @Test
    void an_address_without_a_database_is_refused_and_its_password_is_not_repeated() {
        assertThatThrownBy(() -> MongoLedger.open("mongodb://kim:secret@localhost", clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("names no database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_commit_is_one_document_as_the_format_lays_it_out() {
        RecordedCommit recorded;
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0)));
            recorded =
                    ledger.append(Commit.of(event("a", 1), event("b", 0)).carryingOut(new CommandKey("kim", "c", "h")));
        }
        var document = documents().get(1);

        assertThat(document.keySet())
                .containsExactlyInAnyOrder(
                        "_id", "first", "count", "epoch", "at", "cmd", "events", "prev", "hash", "subtrees", "by");
        assertThat(document.getInt64("_id").getValue()).isEqualTo(2);
        assertThat(document.getInt64("first").getValue()).isEqualTo(2);
        assertThat(document.getInt32("count").getValue()).isEqualTo(2);
        assertThat(document.getInt64("epoch").getValue()).isEqualTo(1);
        assertThat(document.getInt64("at").getValue())
                .isEqualTo(recorded.recordedAt().toEpochMilli());
        assertThat(document.getDocument("cmd").toJson())
                .isEqualTo("{\"actor\": \"kim\", \"id\": \"c\", \"body\": \"h\"}");
        var event = document.getArray("events").getFirst().asDocument();
        assertThat(event.keySet()).containsExactly("id", "stream", "seq", "type", "rev", "payload", "meta");
        assertThat(event.isInt32("rev")).isTrue();
        assertThat(new String(event.getBinary("payload").getData(), UTF_8)).isEqualTo("{\"n\":1}");
        assertThat(document.getBinary("hash").getData())
                .isEqualTo(recorded.hash().bytes());
        assertThat(document.getBinary("prev").getData())
                .isEqualTo(documents().getFirst().getBinary("hash").getData());
        assertThat(document.getBinary("subtrees").getData()).hasSize(Hash.BYTES);
    }

    private ArrayList<BsonDocument> documents() {
        try (var client = MongoClients.create(address.replace("?standalone=allowed", ""))) {
            return client.getDatabase(
                            MongoAddress.of(address, Standalone.ALLOWED).database())
                    .getCollection("commits", BsonDocument.class)
                    .find()
                    .sort(new BsonDocument("_id", new BsonInt32(1)))
                    .into(new ArrayList<>());
        }
    }

    @Test
    void a_process_marks_its_take_over_once_with_an_empty_commit_of_the_next_epoch() {
        try (var first = open()) {
            first.append(Commit.of(event("a", 0)));
            first.append(Commit.of(event("a", 1)));
        }
        try (var second = open();
                var third = open()) {
            assertThat(second.commits()).as("opening alone writes nothing").isEqualTo(2);
            second.append(Commit.of(event("a", 2)));
            third.append(Commit.of(event("a", 3)));
            second.append(Commit.of(event("a", 4)));
            third.append(Commit.of(event("a", 5)));

            var commits = second.readCommits(0, 100);
            assertThat(commits).extracting(RecordedCommit::epoch).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 3L, 3L);
            assertThat(commits.stream().map(commit -> commit.events().size())).containsExactly(1, 1, 0, 1, 0, 1, 1, 1);
            assertThat(second.head()).isEqualTo(6);
            assertThat(second.read(2, 10)).hasSize(4);
        }
    }

    @Test
    void the_largest_commit_of_the_smallest_events_fits_into_one_document() {
        var count = Commit.MAX_BYTES / 120;
        var events = IntStream.range(0, count)
                .mapToObj(n -> new NewEvent("s", n, Integer.toString(n, 36), "t", 1, new byte[0], new byte[0]))
                .toList();

        try (var ledger = open()) {
            assertThat(ledger.append(Commit.of(events)).events()).hasSize(count);
        }
    }

    @Test
    void reading_may_start_and_stop_within_a_commit() {
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0), event("a", 1), event("a", 2)));
            ledger.append(Commit.of(event("a", 3), event("a", 4)));

            for (var after = 0; after <= 5; after++) {
                for (var limit = 1; limit <= 6; limit++) {
                    var position = after;
                    assertThat(ledger.read(after, limit).stream()
                                    .map(event -> event.position() - position)
                                    .toList())
                            .isEqualTo(IntStream.rangeClosed(1, Math.min(limit, 5 - after))
                                    .mapToObj(n -> (long) n)
                                    .toList());
                }
            }
        }
    }

    @Test
    void commits_of_another_ledger_keep_their_numbers_and_hashes() {
        try (var source = open();
                var again = open();
                var target = MongoLedger.open(FakeServer.emptyDatabase(), clock)) {
            source.append(Commit.of(event("a", 0)).carryingOut(new CommandKey("kim", "c", "h")));
            source.append(Commit.of(event("a", 1), event("b", 0)));
            again.append(Commit.of(event("b", 1)));
            var commits = source.readCommits(0, 100);

            target.adopt(commits.subList(0, 1));
            target.adopt(commits.subList(1, commits.size()));

            assertThat(target.readCommits(0, 100)).isEqualTo(commits);
            assertThat(target.tree().nodes().node(2, 0))
                    .isEqualTo(source.tree().nodes().node(2, 0));
            assertThatThrownBy(() -> target.adopt(commits)).isInstanceOf(LedgerException.class);
            var next = target.append(Commit.of(event("b", 2)));
            assertThat(next.number()).isEqualTo(commits.size() + 1L);
        }
    }

    @Test
    void notes_are_kept_in_order_and_the_latest_of_a_kind_is_found() {
        try (var ledger = open();
                var other = open()) {
            var key = ledger.notes().keep(Kind.KEY, 0, "key");
            var first = other.notes().keep(Kind.CHECKPOINT, 1, "one");
            var second = ledger.notes().keep(Kind.CHECKPOINT, 2, "two");

            assertThat(ledger.notes().after(0, 10)).containsExactly(key, first, second);
            assertThat(other.notes().keepAfter(2, Kind.KEY, 2, "too late")).isEmpty();
            assertThat(ledger.notes().after(1, 1)).containsExactly(first);
            assertThat(other.notes().latest(Kind.CHECKPOINT)).contains(second);
            assertThat(second.id()).isEqualTo(3);
            assertThat(other.notes().keepAfter(3, Kind.KEY, 3, "next"))
                    .map(Note::id)
                    .contains(4L);
        }
    }

    @Test
    void a_process_that_has_seen_more_than_the_ledger_has_now_refuses_to_go_on() {
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0)));
            ledger.append(Commit.of(event("a", 1)));
            deleteCommit(2);

            assertThatThrownBy(ledger::head)
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("put back to an earlier state")
                    .hasMessageContaining("restart all services");
            assertThatThrownBy(() -> ledger.append(Commit.of(event("a", 2))))
                    .hasMessageContaining("put back to an earlier state");
        }
    }

    private void deleteCommit(long number) {
        try (var client = MongoClients.create(address.replace("?standalone=allowed", ""))) {
            client.getDatabase(MongoAddress.of(address, Standalone.ALLOWED).database())
                    .getCollection("commits")
                    .deleteOne(new BsonDocument("_id", new BsonInt64(number)));
        }
    }

    @Test
    void the_hash_chain_is_that_of_the_format() {
        try (var ledger = open()) {
            var first = ledger.append(Commit.of(event("a", 0)));
            assertThat(HexFormat.of()
                            .formatHex(documents().getFirst().getBinary("prev").getData()))
                    .isEqualTo("0".repeat(64));
            assertThat(ledger.tree().nodes().node(0, 0)).isEqualTo(first.hash());
        }
    }
}
