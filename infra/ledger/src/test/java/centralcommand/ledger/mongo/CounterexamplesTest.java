package centralcommand.ledger.mongo;

import static centralcommand.ledger.mongo.Scene.commit;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.ConflictException;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.append.Outcome.Recorded;
import centralcommand.ledger.append.Outcome.Refused;
import centralcommand.ledger.mongo.History.Removed;
import centralcommand.ledger.mongo.Inserted.Doubt;
import centralcommand.ledger.mongo.Inserted.Unknown;
import centralcommand.ledger.mongo.SimulatedSlots.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The known ways in which a log on MongoDB goes wrong, each directed once with the rule that keeps it from happening and once without.
 *
 * <p>Not here: C7 (a sharded collection) is refused when the ledger is opened; C8 (positions as {@code _id}) is excluded by the format; C9
 * (one command twice) is {@code LedgerTestKit}'s.
 */
class CounterexamplesTest {
    private static final Rules ALL = new Rules();
    private static final Removed NOTHING = slots -> {};
    private static final Fate LOST = new Fate(true, Duration.ZERO, false);
    private static final Fate ARRIVES = new Fate(false, Duration.ofMillis(1), false);

    @FunctionalInterface
    private interface Story {
        List<String> told(Rules rules, Removed removed);
    }

    private static void assertHolds(Story story) {
        assertThat(History.onVirtualThread(() -> story.told(ALL, NOTHING))).isEmpty();
    }

    private static void assertFails(Story story, Rules rules, Removed removed, String how) {
        assertThat(History.onVirtualThread(() -> story.told(rules, removed)))
                .anySatisfy(wrong -> assertThat(wrong).contains(how));
    }

    // ---- C1: two commands in flight

    /** The primary fails over between the first and the second of two commits, and the writer does not live to mend it. */
    private static List<String> failOverWithinABatch(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var service = scene.process("service");
        service.append(commit("a", 0, "one"));
        scene.run(200);
        scene.mongo.onInsert = (node, commits) -> {
            if (node.id == 0) {
                scene.failOver();
                scene.world.after(Duration.ofMillis(20), service::crash);
            }
        };
        service.append(commit("b", 0, "two"), commit("c", 0, "three"));
        scene.run(500);
        return scene.end();
    }

    @Test
    void c1_a_group_is_one_command_so_what_survives_of_it_is_its_beginning() {
        assertHolds(CounterexamplesTest::failOverWithinABatch);
    }

    @Test
    void c1_with_two_commands_in_flight_the_second_can_survive_the_first() {
        assertFails(
                CounterexamplesTest::failOverWithinABatch,
                ALL,
                slots -> slots.oneInFlight = false,
                "After commit 1 comes commit 3");
    }

    // ---- C2: the head read before a majority has it

    /** A second service takes over while the head is on one node only, which is then lost. */
    private static List<String> takeOverFromAHeadThatIsRolledBack(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var first = scene.process("first");
        var second = scene.process("second");
        first.append(commit("a", 0, "one"));
        scene.run(200);
        scene.mongo.onInsert = (node, commits) -> {
            scene.mongo.onInsert = (later, others) -> {};
            scene.mongo.replicating = false;
            scene.world.after(Duration.ofMillis(1), first::crash);
            second.append(commit("c", 0, "three"));
            scene.world.after(Duration.ofNanos(4_500_000), () -> {
                scene.mongo.replicating = true;
                scene.failOver();
            });
        };
        first.append(commit("b", 0, "two"));
        scene.run(3_000);
        return scene.end();
    }

    @Test
    void c2_the_head_is_read_from_what_a_majority_has() {
        assertHolds(CounterexamplesTest::takeOverFromAHeadThatIsRolledBack);
    }

    @Test
    void c2_a_head_that_only_the_primary_has_leaves_a_hole_when_it_is_rolled_back() {
        assertFails(
                CounterexamplesTest::takeOverFromAHeadThatIsRolledBack,
                ALL,
                slots -> slots.readsMajority = false,
                "After commit 1 comes commit 3");
    }

    // ---- C3: no answer taken for a failure

    /** The insert is on its way for five seconds, far longer than the client waits. */
    private static List<String> anInsertThatArrivesLate(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var service = scene.process("service");
        service.append(commit("a", 0, "one"));
        scene.run(200);
        service.next(new Fate(false, Duration.ofSeconds(5), false));
        service.append(commit("a", 1, "two"));
        return scene.end();
    }

    @Test
    void c3_without_an_answer_the_same_is_inserted_again_until_it_is_definite() {
        assertHolds(CounterexamplesTest::anInsertThatArrivesLate);
    }

    @Test
    void c3_an_append_called_failed_for_want_of_an_answer_appears_later() {
        assertFails(
                CounterexamplesTest::anInsertThatArrivesLate,
                new Rules() {
                    @Override
                    boolean insertsAgain(Unknown unknown) {
                        return false;
                    }
                },
                NOTHING,
                "Ghost: two");
    }

    // ---- C4: one's own commit taken for somebody else's

    private static List<String> aLostReply(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var service = scene.process("service");
        service.append(commit("a", 0, "one"));
        scene.run(200);
        service.next(ARRIVES, LOST);
        service.append(commit("a", 1, "two"));
        scene.run(5_000);
        return scene.end();
    }

    @Test
    void c4_a_slot_that_is_taken_by_an_earlier_try_is_a_success() {
        assertHolds(CounterexamplesTest::aLostReply);
    }

    @Test
    void c4_a_duplicate_key_taken_for_a_failure_reports_a_recorded_commit_as_failed() {
        assertFails(
                CounterexamplesTest::aLostReply,
                new Rules() {
                    @Override
                    boolean looksWhoTookIt() {
                        return false;
                    }
                },
                NOTHING,
                "Ghost: two");
    }

    // ---- C5: a write concern that timed out

    private static List<String> aMajorityThatIsLate(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var service = scene.process("service");
        service.append(commit("a", 0, "one"));
        scene.run(200);
        scene.mongo.replicating = false;
        service.append(commit("a", 1, "two"));
        scene.run(700);
        return scene.end();
    }

    @Test
    void c5_a_majority_that_is_late_is_waited_for() {
        assertHolds(CounterexamplesTest::aMajorityThatIsLate);
    }

    @Test
    void c5_a_write_concern_that_timed_out_is_no_failure() {
        assertFails(
                CounterexamplesTest::aMajorityThatIsLate,
                new Rules() {
                    @Override
                    boolean insertsAgain(Unknown unknown) {
                        return unknown.doubt() != Doubt.NOT_YET_MAJORITY;
                    }
                },
                NOTHING,
                "Ghost: two");
    }

    // ---- C6: a sequence without the one before it

    /** Sequence 1 is rolled back; a client that saw it sends sequence 2. */
    private static List<String> aSequenceAfterOneThatWasRolledBack(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var first = scene.process("first");
        var second = scene.process("second");
        first.append(commit("a", 0, "zero"));
        scene.run(200);
        scene.mongo.onInsert = (node, commits) -> {
            scene.mongo.onInsert = (later, others) -> {};
            scene.failOver();
            scene.world.after(Duration.ofMillis(1), first::crash);
        };
        first.append(commit("a", 1, "one"));
        scene.run(200);
        second.append(commit("a", 2, "two"));
        scene.run(2_000);
        var wrong = scene.end();
        if (removed == NOTHING) {
            assertThat(second.outcomes)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.why()).isInstanceOf(ConflictException.class));
        }
        return wrong;
    }

    @Test
    void c6_a_sequence_is_taken_only_after_the_one_before_it() {
        assertHolds(CounterexamplesTest::aSequenceAfterOneThatWasRolledBack);
    }

    @Test
    void c6_the_unique_index_alone_lets_a_sequence_be_left_out() {
        assertFails(
                CounterexamplesTest::aSequenceAfterOneThatWasRolledBack,
                ALL,
                slots -> slots.knowsStreams = false,
                "After a@0 comes 2");
    }

    // ---- C10: one poisoned commit in a group

    private static List<String> aPoisonedNeighbour(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var service = scene.process("service");
        service.append(commit("a", 0, "one"), commit("b", 0, "poisoned", "poison"), commit("c", 0, "three"));
        scene.run(2_000);
        if (!(service.outcomes.get(0) instanceof Recorded) || !(service.outcomes.get(2) instanceof Recorded)) {
            scene.book.note("A neighbour failed.");
        }
        if (!(service.outcomes.get(1) instanceof Refused(NotTakenException why))) {
            scene.book.note("The poisoned commit did not fail: " + service.outcomes.get(1));
        }
        return scene.end();
    }

    @Test
    void c10_a_commit_that_the_database_refuses_fails_alone() {
        assertHolds(CounterexamplesTest::aPoisonedNeighbour);
    }

    @Test
    void c10_a_group_that_is_given_up_as_a_whole_fails_the_neighbours() {
        assertFails(
                CounterexamplesTest::aPoisonedNeighbour,
                new Rules() {
                    @Override
                    boolean triesEachAlone() {
                        return false;
                    }
                },
                NOTHING,
                "A neighbour failed");
    }

    // ---- C11: a clock that steps back

    private static List<String> aClockAnHourBehind(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var first = scene.process("first");
        var second = scene.process("second");
        second.clock.step(Duration.ofHours(-1));
        first.append(commit("a", 0, "one"));
        scene.run(200);
        second.append(commit("a", 1, "two"));
        scene.run(200);
        return scene.end();
    }

    @Test
    void c11_recorded_times_never_fall_even_where_the_next_writer_is_behind() {
        assertHolds(CounterexamplesTest::aClockAnHourBehind);
    }

    @Test
    void c11_a_writer_that_does_not_know_the_last_time_records_an_earlier_one() {
        assertFails(
                CounterexamplesTest::aClockAnHourBehind, ALL, slots -> slots.knowsTimes = false, "Time or epoch falls");
    }

    // ---- C12: a backup put back under a running process

    /** Says what is wrong with the log alone: what was acknowledged after the backup is lost by the operator's own hand. */
    private static List<String> aRestoredBackup(Rules rules, Removed removed) {
        var scene = new Scene(rules, removed);
        var service = scene.process("service");
        service.append(commit("a", 0, "one"));
        scene.run(200);
        service.append(commit("a", 1, "two"));
        scene.run(200);
        service.append(commit("a", 2, "three"));
        scene.run(200);
        scene.mongo.restore(1);
        scene.run(2_000);
        service.append(commit("a", 3, "four"));
        scene.run(5_000);
        if (rules == ALL) {
            assertThat(service.outcomes.getLast())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.why()).hasMessageContaining("put back to an earlier state"));
        }
        scene.world.stop();
        return new Book().check(scene.mongo.committed());
    }

    @Test
    void c12_a_process_that_knows_more_than_a_restored_ledger_refuses_to_write() {
        assertHolds(CounterexamplesTest::aRestoredBackup);
    }

    @Test
    void c12_a_process_that_does_not_look_leaves_a_hole_in_a_restored_ledger() {
        assertFails(
                CounterexamplesTest::aRestoredBackup,
                new Rules() {
                    @Override
                    boolean looksAtTheTipAgain() {
                        return false;
                    }
                },
                NOTHING,
                "After commit 1 comes commit 4");
    }

    // ---- two services, one command

    @Test
    void two_services_that_are_given_the_same_command_carry_it_out_once() {
        assertHolds((rules, removed) -> {
            var scene = new Scene(rules, removed);
            var first = scene.process("first");
            var second = scene.process("second");
            first.append(commit("a", 0, "one"));
            second.append(commit("a", 0, "one"));
            scene.run(2_000);
            assertThat(List.of(first.outcomes.getFirst(), second.outcomes.getFirst()))
                    .satisfiesOnlyOnce(outcome -> assertThat(outcome).isInstanceOf(Recorded.class))
                    .satisfiesOnlyOnce(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused ->
                                            assertThat(refused.why()).isInstanceOf(DuplicateCommandException.class)));
            return List.of();
        });
    }

    /** The slot after the poisoned commit's first try has had no answer is filled, so that "not taken" is the truth. */
    @Test
    void a_refusal_after_an_unanswered_try_is_definite_only_when_the_slot_is_filled() {
        assertHolds((rules, removed) -> {
            var scene = new Scene(rules, removed);
            var service = scene.process("service");
            service.append(commit("a", 0, "one"));
            scene.run(200);
            service.next(LOST);
            service.append(commit("a", 1, "poisoned", "poison"));
            scene.run(5_000);
            assertThat(service.outcomes.getLast())
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.why()).isInstanceOf(NotTakenException.class));
            assertThat(scene.mongo.committed()).hasSize(2);
            return scene.end();
        });
    }
}
