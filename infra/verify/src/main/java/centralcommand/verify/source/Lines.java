package centralcommand.verify.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without ever holding more than one of them. */
final class Lines {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;

    Lines(InputStream in) {
        this.in = in;
    }

    /** What {@link #next()} came upon. */
    enum Read {
        /** A line is in {@link #bytes()}. */
        LINE,
        /** A line that is longer than any honest one; it was skipped. */
        TOO_LONG,
        /** The stream ended in the middle of a line. */
        CUT,
        /** There is no further line. */
        NONE
    }

    Read next() throws IOException {
        length = 0;
        var tooLong = false;
        while (true) {
            if (start == end) {
                start = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    return length > 0 || tooLong ? Read.CUT : Read.NONE;
                }
            }
            var stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            tooLong = tooLong || !append(stop);
            var found = stop < end;
            start = found ? stop + 1 : stop;
            if (found) {
                return tooLong ? Read.TOO_LONG : Read.LINE;
            }
        }
    }

    private boolean append(int stop) {
        var added = stop - start;
        if (length + (long) added > Limits.LINE) {
            return false;
        }
        if (length + added > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(Limits.LINE, Math.max(length + added, line.length * 2L)));
        }
        System.arraycopy(buffer, start, line, length, added);
        length += added;
        return true;
    }

    /** Holds the line in its first {@link #length()} bytes, without the line break, until the next one is read. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }
}
