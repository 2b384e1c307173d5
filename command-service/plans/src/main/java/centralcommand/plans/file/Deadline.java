package centralcommand.plans.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Until when a file may be read. Whoever reads through {@link #guarding} stops by itself, so that nothing goes on in the dark. */
final class Deadline {
    private final long end;
    private final Duration time;

    Deadline(Duration time) {
        this.time = time;
        end = System.nanoTime() + time.toNanos();
    }

    boolean passed() {
        return System.nanoTime() - end > 0;
    }

    void check() throws UnreadableFile {
        if (passed()) {
            throw tooSlow();
        }
    }

    UnreadableFile tooSlow() {
        return new UnreadableFile("The file could not be read within " + time.toSeconds()
                + " seconds, so it was left. Export one project, without resources and views.");
    }

    /** A stream that ends with an error once the time has passed. */
    InputStream guarding(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                check();
                return super.read(into, from, Math.min(most, 8_192));
            }

            private void check() throws IOException {
                if (passed()) {
                    throw new IOException("The time to read this file has passed.");
                }
            }
        };
    }
}
