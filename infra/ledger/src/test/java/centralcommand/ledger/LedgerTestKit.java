package centralcommand.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.ConflictException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every ledger must do, whatever it is kept in; each adapter runs it. */
@Timeout(60)
public abstract class LedgerTestKit {
    private static final CommandKey COMMAND = new CommandKey("kim", "c-1", "hash-a");
    private static final int MAX_TRIES = 10_000;

    protected final SteppingClock clock = new SteppingClock();
    private final List<Ledger> opened = Collections.synchronizedList(new ArrayList<>());
    private Ledger ledger;

    /** Opens the store of this test once more: each call is another process to the store, as far as it can tell. */
    protected abstract Ledger open();

    @BeforeEach
    void openFirst() {
        ledger = openAnother();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Ledger::close);
    }

    private Ledger openAnother() {
        var another = open();
        opened.add(another);
        return another;
    }

    public static NewEvent event(String stream, long sequence) {
        return event(stream, sequence, stream + "@" + sequence, "{\"n\":%d}".formatted(sequence));
    }

    private static NewEvent event(String stream, long sequence, String id, String payload) {
        return new NewEvent(
                stream,
                sequence,
                id,
                "thing-happened",
                1,
                payload.getBytes(UTF_8),
                "{\"actor\":\"kim\"}".getBytes(UTF_8));
    }

    private List<Long> positions() {
        return ledger.read(0, 10_000).stream().map(RecordedEvent::position).toList();
    }

    // ---- order

    @Test
    void an_empty_ledger_has_head_zero_and_nothing_to_read() {
        assertThat(ledger.head()).isZero();
        assertThat(ledger.read(0, 10)).isEmpty();
        assertThat(ledger.readStream("a", 0, 10)).isEmpty();
        assertThat(ledger.lastSequence("a")).isEqualTo(-1);
        assertThat(ledger.findCommand("kim", "c-1")).isEmpty();
    }

    @Test
    void positions_count_events_and_numbers_count_commits_both_from_one_without_a_gap() {
        var first = ledger.append(Commit.of(event("a", 0), event("a", 1)));
        var second = ledger.append(Commit.of(event("b", 0)));
        var third = ledger.append(Commit.of(event("a", 2), event("b", 1)));

        assertThat(List.of(first.number(), second.number(), third.number())).containsExactly(1L, 2L, 3L);
        assertThat(List.of(first.lastPosition(), second.lastPosition(), third.lastPosition()))
                .containsExactly(2L, 3L, 5L);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(ledger.head()).isEqualTo(5);
    }

    @Test
    void what_was_appended_is_read_back_as_it_was_recorded_byte_for_byte() {
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var strange = new NewEvent("größe/✓ 𝛑", 0, "id-🙂", "größe-gemessen", 7, bytes, new byte[0]);

        var recorded = ledger.append(Commit.of(strange));

        assertThat(ledger.read(0, 10)).isEqualTo(recorded.events());
        assertThat(ledger.readStream("größe/✓ 𝛑", 0, 10)).isEqualTo(recorded.events());
        assertThat(recorded.events()).containsExactly(RecordedEvent.of(strange, 1, 1, recorded.recordedAt()));
    }

    @Test
    void reading_starts_after_the_position_and_stops_at_the_limit() {
        ledger.append(
                Commit.of(IntStream.range(0, 10).mapToObj(n -> event("a", n)).toList()));

        assertThat(ledger.read(3, 4)).extracting(RecordedEvent::position).containsExactly(4L, 5L, 6L, 7L);
        assertThat(ledger.read(8, 4)).extracting(RecordedEvent::position).containsExactly(9L, 10L);
        assertThat(ledger.read(10, 4)).isEmpty();
    }

    @Test
    void a_stream_is_read_alone_and_from_any_of_its_sequences() {
        ledger.append(Commit.of(event("a", 0), event("b", 0), event("a", 1), event("b", 1), event("a", 2)));

        assertThat(ledger.readStream("a", 0, 10))
                .extracting(RecordedEvent::sequence)
                .containsExactly(0L, 1L, 2L);
        assertThat(ledger.readStream("a", 1, 1))
                .extracting(RecordedEvent::position)
                .containsExactly(3L);
        assertThat(ledger.lastSequence("a")).isEqualTo(2);
        assertThat(ledger.lastSequence("b")).isEqualTo(1);
    }

    @Test
    void a_limit_of_nothing_is_refused() {
        assertThatThrownBy(() -> ledger.read(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.readStream("a", 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- atomic commits, conflicts

    @Test
    void a_commit_of_several_streams_goes_in_whole_or_not_at_all() {
        ledger.append(Commit.of(event("a", 0)));

        assertThatThrownBy(() -> ledger.append(Commit.of(event("b", 0), event("c", 0), event("a", 0, "other", "{}"))))
                .isInstanceOf(ConflictException.class);

        assertThat(positions()).containsExactly(1L);
        assertThat(ledger.lastSequence("b")).isEqualTo(-1);
        var whole = ledger.append(Commit.of(event("b", 0), event("c", 0), event("a", 1)));
        assertThat(whole.events()).extracting(RecordedEvent::position).containsExactly(2L, 3L, 4L);
        assertThat(whole.events()).extracting(RecordedEvent::commit).containsOnly(2L);
    }

    @Test
    void a_sequence_that_is_taken_is_a_conflict() {
        ledger.append(Commit.of(event("a", 0), event("a", 1)));

        assertConflict(Commit.of(event("a", 1, "other", "{}")), new Reason.NotNext("a", 1, 1));
        assertConflict(Commit.of(event("a", 0, "other", "{}")), new Reason.NotNext("a", 0, 1));
    }

    @Test
    void a_sequence_that_leaves_one_out_is_a_conflict() {
        assertConflict(Commit.of(event("a", 1)), new Reason.NotNext("a", 1, -1));
        ledger.append(Commit.of(event("a", 0)));
        assertConflict(Commit.of(event("a", 2)), new Reason.NotNext("a", 2, 0));
    }

    @Test
    void one_commit_may_not_count_a_stream_twice_or_backwards() {
        assertConflict(Commit.of(event("a", 0), event("a", 0, "other", "{}")), new Reason.NotNext("a", 0, 0));
        assertConflict(Commit.of(event("a", 1), event("a", 0)), new Reason.NotNext("a", 1, -1));
    }

    @Test
    void an_event_id_is_taken_once_in_the_whole_ledger_and_in_one_commit() {
        ledger.append(Commit.of(event("a", 0, "same", "{}")));

        assertConflict(Commit.of(event("b", 0, "same", "{}")), new Reason.EventIdTaken("same"));
        assertConflict(
                Commit.of(event("b", 0, "twin", "{}"), event("c", 0, "twin", "{}")), new Reason.EventIdTaken("twin"));
    }

    @Test
    void a_commit_for_a_head_that_has_moved_is_a_conflict() {
        ledger.append(Commit.of(event("a", 0)).ifHeadIs(0));

        assertConflict(Commit.of(event("b", 0)).ifHeadIs(0), new Reason.HeadMoved(0, 1));
        assertConflict(Commit.of(event("b", 0)).ifHeadIs(2), new Reason.HeadMoved(2, 1));
        ledger.append(Commit.of(event("b", 0)).ifHeadIs(1));
        assertThat(ledger.head()).isEqualTo(2);
    }

    @Test
    void after_a_refused_commit_the_next_one_goes_in_with_no_gap() {
        ledger.append(Commit.of(event("a", 0)));
        assertConflict(Commit.of(event("b", 0), event("a", 5)), new Reason.NotNext("a", 5, 0));

        var next = ledger.append(Commit.of(event("a", 1)));

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.lastPosition()).isEqualTo(2);
    }

    private void assertConflict(Commit commit, Reason reason) {
        var before = ledger.head();
        assertThatThrownBy(() -> ledger.append(commit))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.reason()).isEqualTo(reason));
        assertThat(ledger.head()).isEqualTo(before);
    }

    // ---- commands

    @Test
    void a_command_is_carried_out_once_even_if_it_would_now_be_a_conflict_as_well() {
        var first = ledger.append(Commit.of(event("a", 0)).carryingOut(COMMAND));
        var again = Commit.of(event("a", 0, "other", "{}"))
                .carryingOut(new CommandKey("kim", "c-1", "hash-b"))
                .ifHeadIs(0);

        assertThatThrownBy(() -> ledger.append(again))
                .isInstanceOfSatisfying(
                        DuplicateCommandException.class,
                        duplicate -> assertThat(duplicate.recorded()).isEqualTo(first));
        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void the_same_id_of_another_actor_is_another_command() {
        ledger.append(Commit.of(event("a", 0)).carryingOut(COMMAND));
        ledger.append(Commit.of(event("a", 1)).carryingOut(new CommandKey("lee", "c-1", "hash-a")));

        assertThat(ledger.findCommand("lee", "c-1").orElseThrow().number()).isEqualTo(2);
        assertThat(ledger.findCommand("max", "c-1")).isEmpty();
    }

    @Test
    void a_command_that_changed_nothing_is_kept_and_takes_no_position() {
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0)));
            var nothing = ledger.append(Commit.ofNothing(new CommandKey("energy", "no-change", "body")));
            assertThat(nothing.events()).isEmpty();
            assertThat(nothing.lastPosition()).isEqualTo(1);
            assertThatThrownBy(() -> ledger.append(
                            Commit.of(event("a", 1)).carryingOut(new CommandKey("energy", "no-change", "other body"))))
                    .isInstanceOf(DuplicateCommandException.class);

            ledger.append(Commit.of(event("a", 1)));
            assertThat(ledger.findCommand("energy", "no-change")).contains(nothing);
            assertThat(ledger.read(0, 10)).extracting(RecordedEvent::position).containsExactly(1L, 2L);
            assertThat(ledger.read(1, 1)).extracting(RecordedEvent::position).containsExactly(2L);
            assertThat(ledger.readCommits(0, 10)).contains(nothing);
        }
        assertThatThrownBy(() -> Commit.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commits_without_a_command_do_not_meet() {
        ledger.append(Commit.of(event("a", 0)));
        ledger.append(Commit.of(event("a", 1)));

        assertThat(ledger.head()).isEqualTo(2);
    }

    @Test
    void a_refused_command_may_be_sent_again_under_the_same_id() {
        assertConflict(Commit.of(event("a", 1)).carryingOut(COMMAND), new Reason.NotNext("a", 1, -1));

        assertThat(ledger.findCommand("kim", "c-1")).isEmpty();
        ledger.append(Commit.of(event("a", 0)).carryingOut(COMMAND));
        assertThat(ledger.findCommand("kim", "c-1")).isPresent();
    }

    @Test
    void commands_and_events_are_found_after_the_ledger_was_closed_and_opened_again() {
        var first = ledger.append(Commit.of(event("a", 0), event("b", 0)).carryingOut(COMMAND));
        var second = ledger.append(Commit.of(event("a", 1)));
        ledger.close();
        ledger = openAnother();

        assertThat(ledger.findCommand("kim", "c-1")).contains(first);
        assertThat(ledger.read(2, 10)).isEqualTo(second.events());
        assertThat(ledger.append(Commit.of(event("a", 2))).lastPosition()).isEqualTo(4);
        assertThatThrownBy(() -> ledger.append(Commit.of(event("c", 0)).carryingOut(COMMAND)))
                .isInstanceOf(DuplicateCommandException.class);
    }

    @Test
    void a_command_raced_by_two_services_is_carried_out_once() throws Exception {
        var other = openAnother();
        for (var round = 0; round < 50; round++) {
            var key = new CommandKey("kim", "race-" + round, "hash");
            var stream = "race/" + round;
            var outcomes = together(
                    () -> tryOnce(ledger, Commit.of(event(stream, 0)).carryingOut(key)),
                    () -> tryOnce(other, Commit.of(event(stream, 0)).carryingOut(key)));

            assertThat(outcomes).containsExactlyInAnyOrder("recorded", "duplicate");
        }
        assertThat(ledger.head()).isEqualTo(50);
    }

    private static String tryOnce(Ledger ledger, Commit commit) {
        try {
            ledger.append(commit);
            return "recorded";
        } catch (DuplicateCommandException e) {
            return "duplicate";
        }
    }

    // ---- size

    @Test
    void a_commit_of_many_megabytes_is_kept_whole() {
        var random = new Random(7);
        var events = IntStream.range(0, 14)
                .mapToObj(n -> {
                    var payload = new byte[1024 * 1024];
                    random.nextBytes(payload);
                    return new NewEvent("large", n, "large-" + n, "thing-happened", 1, payload, new byte[0]);
                })
                .toList();

        var recorded = ledger.append(Commit.of(events));

        assertThat(ledger.read(0, 100)).isEqualTo(recorded.events());
    }

    @Test
    void a_commit_over_the_limit_is_refused_before_it_reaches_the_store() {
        var payload = new byte[Commit.MAX_BYTES];
        var tooLarge = new NewEvent("a", 0, "id", "thing-happened", 1, payload, new byte[0]);

        assertThatThrownBy(() -> Commit.of(tooLarge)).isInstanceOf(CommitTooLargeException.class);
        assertThatThrownBy(() -> Commit.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- time

    @Test
    void recorded_times_are_milliseconds_and_never_go_back_when_the_clock_does() {
        clock.set(Instant.parse("2026-03-01T12:00:00.123456789Z"));
        var first = ledger.append(Commit.of(event("a", 0), event("b", 0)));
        clock.set(Instant.parse("2026-03-01T11:59:00Z"));
        var second = ledger.append(Commit.of(event("a", 1)));
        clock.set(Instant.parse("2026-03-01T12:00:01Z"));
        var third = ledger.append(Commit.of(event("a", 2)));

        assertThat(first.recordedAt()).isEqualTo("2026-03-01T12:00:00.123Z");
        assertThat(first.events()).extracting(RecordedEvent::recordedAt).containsOnly(first.recordedAt());
        assertThat(second.recordedAt()).isEqualTo(first.recordedAt());
        assertThat(third.recordedAt()).isEqualTo("2026-03-01T12:00:01Z");
        assertThat(ledger.read(0, 10))
                .extracting(RecordedEvent::recordedAt)
                .containsExactly(first.recordedAt(), first.recordedAt(), second.recordedAt(), third.recordedAt());
    }

    // ---- many at once

    @Test
    void eight_threads_on_one_ledger_leave_no_gap_and_no_fork() throws Exception {
        var writers = IntStream.range(0, 8)
                .mapToObj(thread -> (Callable<List<RecordedCommit>>) () -> writeOwnAndShared(ledger, "t" + thread, 40))
                .toList();

        assertOneHistory(together(writers));
    }

    @Test
    void two_ledgers_on_one_store_leave_no_gap_and_no_fork() throws Exception {
        var other = openAnother();

        assertOneHistory(together(
                () -> writeOwnAndShared(ledger, "l0", 60),
                () -> writeOwnAndShared(other, "l1", 60),
                () -> writeOwnAndShared(ledger, "l2", 60),
                () -> writeOwnAndShared(other, "l3", 60)));
    }

    /** Each commit has an event of a stream of its own and one of a stream that all writers fight for. */
    private static List<RecordedCommit> writeOwnAndShared(Ledger ledger, String writer, int commits) {
        var recorded = new ArrayList<RecordedCommit>();
        for (var tries = 0; recorded.size() < commits; tries++) {
            assertThat(tries).as("tries of %s", writer).isLessThan(MAX_TRIES);
            var shared = event("shared", ledger.lastSequence("shared") + 1, writer + "-" + tries, "{}");
            try {
                recorded.add(ledger.append(Commit.of(event(writer, recorded.size()), shared)));
            } catch (ConflictException e) {
                assertThat(e.reason()).isInstanceOf(Reason.NotNext.class);
            }
        }
        return recorded;
    }

    private void assertOneHistory(List<List<RecordedCommit>> acknowledged) {
        var history = ledger.read(0, 10_000);
        var byPosition = new HashMap<Long, RecordedEvent>();
        history.forEach(event -> byPosition.put(event.position(), event));
        var expected = acknowledged.stream().flatMap(List::stream).toList();

        assertThat(history).hasSize(expected.size() * 2);
        assertThat(history)
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        // A writer may have marked its take-over with a commit that has no events.
        var commits = ledger.readCommits(0, 10_000);
        assertThat(commits)
                .extracting(RecordedCommit::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, commits.size()).boxed().toList());
        assertThat(commits.stream().filter(commit -> !commit.events().isEmpty()))
                .containsExactlyInAnyOrderElementsOf(expected);
        for (var commit : expected) {
            for (var event : commit.events()) {
                assertThat(byPosition.get(event.position())).isEqualTo(event);
            }
        }
        assertThat(ledger.readStream("shared", 0, 10_000))
                .extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.range(0, expected.size()).boxed().toList());
    }

    @Test
    void a_reader_beside_writers_sees_a_growing_prefix_in_whole_commits() throws Exception {
        var writing = new AtomicBoolean(true);
        var other = openAnother();
        together(
                () -> {
                    try {
                        for (var n = 0; n < 300; n += 3) {
                            ledger.append(Commit.of(event("a", n), event("a", n + 1), event("a", n + 2)));
                        }
                    } finally {
                        writing.set(false);
                    }
                    return null;
                },
                () -> {
                    var seen = 0L;
                    while (writing.get()) {
                        for (var event : other.read(seen, 10_000)) {
                            assertThat(event.position()).isEqualTo(seen + 1);
                            seen = event.position();
                        }
                        assertThat(seen % 3).isZero();
                    }
                    return null;
                });
        assertThat(other.head()).isEqualTo(300);
    }

    // ---- wake-up

    @Test
    void a_listener_is_woken_by_an_append_in_this_process() throws Exception {
        var woken = new Semaphore(0);
        try (var registration = ledger.onAppend(woken::release)) {
            for (var n = 0; n < 5; n++) {
                ledger.append(Commit.of(event("a", n)));
                assertThat(woken.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void a_listener_is_woken_by_an_append_through_another_ledger_on_the_same_store() throws Exception {
        var other = openAnother();
        other.append(Commit.of(event("a", 0)));
        var woken = new Semaphore(0);
        var registration = ledger.onAppend(woken::release);

        for (var n = 1; n < 4; n++) {
            other.append(Commit.of(event("a", n)));
            assertThat(woken.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
            assertThat(ledger.head()).isEqualTo(n + 1L);
        }
        registration.close();
    }

    @Test
    void a_reader_that_reads_and_then_waits_for_the_next_call_misses_nothing() throws Exception {
        var woken = new Semaphore(0);
        var other = openAnother();
        try (var registration = ledger.onAppend(woken::release)) {
            assertThat(registration).isNotNull();
            together(
                    () -> {
                        for (var n = 0; n < 100; n++) {
                            (n % 2 == 0 ? ledger : other).append(Commit.of(event("a", n)));
                        }
                        return null;
                    },
                    () -> {
                        var seen = 0L;
                        while (seen < 100) {
                            seen += ledger.read(seen, 1_000).size();
                            if (seen < 100) {
                                assertThat(woken.tryAcquire(5, TimeUnit.SECONDS))
                                        .as("a call after position %d", seen)
                                        .isTrue();
                            }
                        }
                        return null;
                    });
        }
    }

    @Test
    void a_listener_that_fails_does_not_silence_the_others() throws Exception {
        var woken = new Semaphore(0);
        ledger.onAppend(() -> {
            throw new IllegalStateException("This listener fails on purpose.");
        });
        ledger.onAppend(woken::release);

        ledger.append(Commit.of(event("a", 0)));
        assertThat(woken.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
        ledger.append(Commit.of(event("a", 1)));
        assertThat(woken.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_closed_registration_is_not_called_any_more_and_others_still_are() throws Exception {
        var ended = new Semaphore(0);
        var kept = new Semaphore(0);
        var registration = ledger.onAppend(ended::release);
        ledger.onAppend(kept::release);
        registration.close();
        registration.close();

        ledger.append(Commit.of(event("a", 0)));

        assertThat(kept.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.availablePermits()).isZero();
    }

    @Test
    void listening_can_start_again_after_the_last_listener_has_gone() throws Exception {
        ledger.onAppend(() -> {}).close();
        var woken = new Semaphore(0);
        ledger.onAppend(woken::release);

        ledger.append(Commit.of(event("a", 0)));

        assertThat(woken.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
    }

    // ---- the end

    @Test
    void a_closed_ledger_refuses_everything_and_can_be_closed_again() {
        ledger.close();
        ledger.close();

        assertThatThrownBy(() -> ledger.append(Commit.of(event("a", 0)))).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> ledger.read(0, 1)).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> ledger.head()).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> ledger.onAppend(() -> {})).isInstanceOf(LedgerException.class);
    }

    // ---- helpers

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... tasks) throws Exception {
        return together(List.of(tasks));
    }

    /** Starts all tasks at one moment and hands back what they returned; the first failure is the test's. */
    private static <T> List<T> together(List<? extends Callable<T>> tasks) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) {
                running.add(executor.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(future.get(Duration.ofSeconds(50).toSeconds(), TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
