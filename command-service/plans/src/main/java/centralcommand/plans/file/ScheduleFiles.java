package centralcommand.plans.file;

import centralcommand.plans.file.Reading.Read;
import centralcommand.plans.file.Reading.Unreadable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads schedule files that anybody may have made. Few are read at a time, each within its limits and its time: what a file costs is bounded
 * whatever is in it.
 */
public final class ScheduleFiles {
    private static final System.Logger LOG = System.getLogger(ScheduleFiles.class.getName());
    private static final int AT_A_TIME = 2;
    private static final int WAIT_SECONDS = 5;

    private final Limits limits;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    public ScheduleFiles(Limits limits) {
        this.limits = limits;
    }

    public Reading read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            return new Unreadable("The file has more than %,d MB. Export one project, without resources and views."
                    .formatted(limits.bytes() / (1024 * 1024)));
        }
        String other = OtherFormats.sentence(bytes);
        if (other != null) {
            return new Unreadable(other);
        }
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new Unreadable("Other schedules are being read. Upload the file again in a minute.");
            }
            return readWithin(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unreadable("The system is stopping. Upload the file again in a minute.");
        }
    }

    /** The place is given back by the one who reads, when it has ended: whoever is given up on still counts. */
    private Reading readWithin(byte[] bytes) throws InterruptedException {
        Deadline deadline = new Deadline(limits.time());
        CompletableFuture<Reading> reading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("schedule-file").start(() -> {
            try {
                reading.complete(new Read(plan(bytes, deadline)));
            } catch (UnreadableFile refused) {
                LOG.log(System.Logger.Level.DEBUG, refused.sentence(), refused.getCause());
                reading.complete(new Unreadable(refused.sentence()));
            } catch (RuntimeException | Error failed) {
                reading.completeExceptionally(failed);
            } finally {
                places.release();
            }
        });
        try {
            return reading.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Unreadable(deadline.tooSlow().sentence());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Reading a schedule file failed.", failed.getCause());
        }
    }

    private Plan plan(byte[] bytes, Deadline deadline) throws UnreadableFile {
        Scan scan = Scan.of(bytes, limits, deadline);
        byte[] reduced = SafeXml.reduced(bytes, scan.bad(), deadline);
        Plan plan = MspdiPlan.of(reduced, scan, deadline);
        deadline.check();
        return plan;
    }
}
