package centralcommand.verify;

import static centralcommand.verify.Verdict.at;

import centralcommand.verify.TestLedger.Commit;
import centralcommand.verify.finding.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers whose hashes and signatures all fit, but which no honest writer would have written. */
class RewrittenLedgerTest {
    @TempDir
    Path folder;

    private Verdict verdict(UnaryOperator<Commit> change) throws Exception {
        return Verdict.of(TestSqlite.write(folder.resolve("ledger.db"), TestLedger.rewritten(change)));
    }

    private static UnaryOperator<Commit> only(int number, UnaryOperator<Commit> change) {
        return commit -> commit.number() == number ? change.apply(commit) : commit;
    }

    private static long first(int commit) {
        return TestLedger.standard().commits.get(commit - 1).first();
    }

    @Test
    void a_time_that_falls_is_found() throws Exception {
        verdict(only(20, c -> new Commit(c.number(), c.first(), c.epoch(), 1_000, c.command(), c.events())))
                .finds(at(Kind.TIME_FELL, 20));
    }

    @Test
    void an_epoch_that_falls_is_found() throws Exception {
        verdict(only(20, c -> new Commit(c.number(), c.first(), 1, c.recordedAt(), c.command(), c.events())))
                .finds(at(Kind.EPOCH_FELL, 20));
    }

    @Test
    void a_gap_in_the_positions_is_found() throws Exception {
        verdict(c -> c.number() < 20
                        ? c
                        : new Commit(c.number(), c.first() + 5, c.epoch(), c.recordedAt(), c.command(), c.events()))
                .finds(at(Kind.POSITION_GAP, 20));
    }

    @Test
    void a_gap_in_a_stream_is_found() throws Exception {
        verdict(c -> c.withEvents(c.events().stream()
                        .map(e -> e.stream().equals("program/mp-1") && e.sequence() >= 5
                                ? new TestLedger.Event(
                                        e.id(), e.stream(), e.sequence() + 1, e.type(), 1, e.payload(), e.metadata())
                                : e)
                        .toList()))
                .finds(gapInStream());
    }

    private static Verdict.Place gapInStream() {
        for (var commit : TestLedger.standard().commits) {
            for (var i = 0; i < commit.events().size(); i++) {
                var event = commit.events().get(i);
                if (event.stream().equals("program/mp-1") && event.sequence() == 5) {
                    return at(Kind.SEQUENCE_GAP, commit.number(), commit.first() + i);
                }
            }
        }
        throw new AssertionError("no such event");
    }

    @Test
    void a_command_carried_out_twice_is_found() throws Exception {
        verdict(only(
                        20,
                        c -> new Commit(
                                c.number(),
                                c.first(),
                                c.epoch(),
                                c.recordedAt(),
                                new TestLedger.Command("kim", "command-5", "other"),
                                c.events())))
                .finds(at(Kind.DOUBLED, 20));
    }

    @Test
    void the_same_command_id_of_another_actor_is_another_command() throws Exception {
        verdict(only(
                        20,
                        c -> new Commit(
                                c.number(),
                                c.first(),
                                c.epoch(),
                                c.recordedAt(),
                                new TestLedger.Command("kimc", "ommand-5", "other"),
                                c.events())))
                .holds();
    }

    @Test
    void an_event_id_that_stands_twice_is_found() throws Exception {
        verdict(only(
                        21,
                        c -> c.withEvents(List.of(new TestLedger.Event(
                                "event-3",
                                c.events().getFirst().stream(),
                                c.events().getFirst().sequence(),
                                "t",
                                1,
                                new byte[0],
                                new byte[0])))))
                .finds(at(Kind.DOUBLED, 21, first(21)));
    }

    @Test
    void a_sequence_that_stands_twice_is_found() throws Exception {
        verdict(only(
                        39,
                        c -> c.withEvents(List.of(new TestLedger.Event(
                                "event-x", c.events().getFirst().stream(), 2, "t", 1, new byte[0], new byte[0])))))
                .findsAmongOthers(at(Kind.DOUBLED, 39, first(39)));
    }
}
