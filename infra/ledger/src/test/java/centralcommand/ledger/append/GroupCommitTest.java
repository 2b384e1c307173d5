package centralcommand.ledger.append;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.ConflictException.Reason;
import centralcommand.ledger.LedgerBusyException;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.GroupCommit.By;
import centralcommand.ledger.append.GroupCommit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers share writes, and each learns what became of its own commit. */
@Timeout(30)
class GroupCommitTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final BlockingQueue<List<Commit>> begun = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Answer> answers = new SynchronousQueue<>();
    private GroupCommit commits = group(new Limits(100, 10, Long.MAX_VALUE, LONG));

    /** What the store says to a batch: the test decides, one batch after the other. */
    @FunctionalInterface
    private interface Answer {
        List<Outcome> to(List<Commit> batch);
    }

    private GroupCommit group(Limits limits) {
        return new GroupCommit(
                "test",
                batch -> {
                    begun.add(batch);
                    try {
                        return answers.take().to(batch);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                By.WHO_IS_ALONE,
                limits);
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        commits.close();
    }

    private static Commit commit(String stream) {
        return Commit.of(LedgerTestKit.event(stream, 0));
    }

    private static List<Outcome> recorded(List<Commit> batch) {
        var chain = new Placement(Tip.OF_EMPTY, new NothingKnown(), Instant.EPOCH, Placement.Check.SEQUENCES);
        return batch.stream()
                .<Outcome>map(commit -> new Outcome.Recorded(chain.place(commit).commit()))
                .toList();
    }

    private static String stream(Commit commit) {
        return commit.events().getFirst().stream();
    }

    private Future<RecordedCommit> send(String stream) {
        return callers.submit(() -> commits.append(commit(stream)));
    }

    private List<Commit> nextBatch() throws InterruptedException {
        return begun.poll(20, SECONDS);
    }

    @Test
    void what_comes_in_while_a_batch_is_written_is_the_next_batch() throws Exception {
        var first = send("first");
        assertThat(nextBatch()).hasSize(1);
        var others = new ArrayList<Future<RecordedCommit>>();
        for (var i = 0; i < 15; i++) {
            others.add(send("other-" + i));
        }
        awaitWaiting(15);

        answers.put(GroupCommitTest::recorded);

        assertThat(first.get().events().getFirst().stream()).isEqualTo("first");
        assertThat(nextBatch()).as("as many as one batch may have").hasSize(10);
        answers.put(GroupCommitTest::recorded);
        assertThat(nextBatch()).hasSize(5);
        answers.put(GroupCommitTest::recorded);
        for (var i = 0; i < 15; i++) {
            assertThat(others.get(i).get().events().getFirst().stream()).isEqualTo("other-" + i);
        }
    }

    /** Callers are waiting when their threads are parked; there is nothing else to see of them. */
    private void awaitWaiting(int count) throws InterruptedException {
        while (commits.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_lone_caller_writes_for_himself_and_several_have_it_done() throws Exception {
        callers.submit(commits::close);
        var writers = new LinkedBlockingQueue<Thread>();
        commits = new GroupCommit(
                "test",
                batch -> {
                    writers.add(Thread.currentThread());
                    begun.add(batch);
                    try {
                        return answers.take().to(batch);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                By.WHO_IS_ALONE);
        send("alone");
        nextBatch();
        send("waits-1");
        awaitWaiting(1);
        send("waits-2");
        awaitWaiting(2);
        answers.put(GroupCommitTest::recorded);
        nextBatch();
        answers.put(GroupCommitTest::recorded);
        send("after several");
        nextBatch();
        answers.put(GroupCommitTest::recorded);

        assertThat(writers)
                .extracting(Thread::getName)
                .satisfiesExactly(
                        alone -> assertThat(alone).startsWith("pool-"),
                        several -> assertThat(several).isEqualTo("ledger-writer"),
                        after -> assertThat(after).isEqualTo("ledger-writer"));
    }

    @Test
    void each_caller_learns_of_its_own_commit_and_of_no_other() throws Exception {
        send("blocks");
        nextBatch();
        var good = send("good");
        awaitWaiting(1);
        var bad = send("bad");
        awaitWaiting(2);
        answers.put(GroupCommitTest::recorded);
        nextBatch();

        answers.put(batch -> {
            var outcomes = new ArrayList<>(recorded(batch));
            outcomes.set(1, new Outcome.Refused(new ConflictException(new Reason.NotNext("bad", 0, 7))));
            return outcomes;
        });

        assertThat(good.get().number()).isEqualTo(1);
        assertThatThrownBy(bad::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void a_batch_that_fails_is_told_to_its_callers_and_the_next_one_is_written() throws Exception {
        var told = send("fails");
        nextBatch();
        answers.put(batch -> {
            throw new IllegalStateException("out of order");
        });
        assertThatThrownBy(told::get).cause().isInstanceOf(LedgerException.class);

        var next = send("goes on");
        assertThat(nextBatch()).extracting(GroupCommitTest::stream).containsExactly("goes on");
        answers.put(GroupCommitTest::recorded);
        assertThat(next.get().number()).isEqualTo(1);
    }

    @Test
    void where_too_many_wait_the_next_one_is_refused_and_nothing_of_it_is_written() throws Exception {
        callers.submit(commits::close);
        commits = group(new Limits(2, 10, Long.MAX_VALUE, Duration.ofMillis(1)));
        send("written");
        nextBatch();
        send("waits-1");
        awaitWaiting(1);
        send("waits-2");
        awaitWaiting(2);

        assertThatThrownBy(() -> commits.append(commit("too many")))
                .isInstanceOf(LedgerBusyException.class)
                .hasMessageContaining("nothing was appended");

        answers.put(GroupCommitTest::recorded);
        assertThat(nextBatch()).extracting(GroupCommitTest::stream).containsExactly("waits-1", "waits-2");
        answers.put(GroupCommitTest::recorded);
    }

    @Test
    void a_batch_is_no_larger_than_it_may_be() throws Exception {
        callers.submit(commits::close);
        commits = group(new Limits(100, 10, 3 * commit("x").bytes(), LONG));
        send("blocks");
        nextBatch();
        for (var i = 0; i < 5; i++) {
            send("a");
        }
        awaitWaiting(5);
        answers.put(batch -> List.of(new Outcome.Refused(new LedgerException("no matter"))));

        assertThat(nextBatch()).hasSize(3);
        answers.put(batch -> refusedAll(batch));
        assertThat(nextBatch()).hasSize(2);
        answers.put(batch -> refusedAll(batch));
    }

    private static List<Outcome> refusedAll(List<Commit> batch) {
        return batch.stream()
                .<Outcome>map(commit -> new Outcome.Refused(new LedgerException("no matter")))
                .toList();
    }

    @Test
    void closing_waits_for_what_is_under_way_and_refuses_what_comes_later() throws Exception {
        var underWay = send("under way");
        nextBatch();
        var closed = callers.submit(commits::close);
        assertThatThrownBy(() -> closed.get(200, MILLISECONDS)).isInstanceOf(TimeoutException.class);
        answers.put(GroupCommitTest::recorded);
        closed.get();

        assertThat(underWay.get().number()).isEqualTo(1);
        assertThatThrownBy(() -> commits.append(commit("late")))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("closed");
    }

    /** Whoever was let in is told what became of his commit, and whoever was not is refused; nobody waits for ever. */
    @RepeatedTest(200)
    void everybody_is_answered_while_the_ledger_is_closed_under_load() throws Exception {
        callers.submit(commits::close);
        var limits = new Limits(16, 3, 2 * commit("x").bytes(), LONG);
        try (var busy = new GroupCommit("test", GroupCommitTest::recorded, By.WHO_IS_ALONE, limits)) {
            var sent = new ArrayList<Future<RecordedCommit>>();
            for (var caller = 0; caller < 8; caller++) {
                var stream = "caller-" + caller;
                sent.add(callers.submit(() -> {
                    while (true) {
                        busy.append(commit(stream));
                    }
                }));
            }
            Thread.yield();
            busy.close();
            for (var each : sent) {
                assertThatThrownBy(() -> each.get(10, SECONDS))
                        .cause()
                        .isInstanceOf(LedgerException.class)
                        .hasMessageContaining("closed");
            }
        }
    }
}
