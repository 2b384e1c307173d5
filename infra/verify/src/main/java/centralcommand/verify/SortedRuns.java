package centralcommand.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of rows of numbers in bounded memory: what does not fit is kept on disk, sorted run by run, and merged at the end. Rows are
 * ordered by their first three numbers.
 */
final class SortedRuns implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 1 << 19;
    private static final int ROWS_AT_A_TIME = 1024;

    private final int width;
    private final int rowsInMemory;
    private final List<Path> runs = new ArrayList<>();
    private long[] rows;
    private int count;

    SortedRuns(int width) {
        this(width, ROWS_IN_MEMORY);
    }

    SortedRuns(int width, int rowsInMemory) {
        this.width = width;
        this.rowsInMemory = rowsInMemory;
        this.rows = new long[width * Math.min(1024, rowsInMemory)];
    }

    /** Takes a row as it comes out again; must not be kept. */
    interface Visitor {
        void row(long[] row);
    }

    void add(long... row) {
        if (count == rowsInMemory) {
            spill();
        }
        if ((count + 1) * width > rows.length) {
            rows = Arrays.copyOf(rows, Math.min(width * rowsInMemory, rows.length * 2));
        }
        System.arraycopy(row, 0, rows, count * width, width);
        count++;
    }

    /** Shows all rows in order. */
    void forEach(Visitor visitor) {
        sort(0, count - 1);
        if (runs.isEmpty()) {
            var row = new long[width];
            for (var i = 0; i < count; i++) {
                System.arraycopy(rows, i * width, row, 0, width);
                visitor.row(row);
            }
            return;
        }
        spill();
        rows = new long[0];
        try {
            merge(visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void merge(Visitor visitor) throws IOException {
        var heads = new PriorityQueue<Run>(Comparator.<Run>comparingLong(r -> r.row[0])
                .thenComparingLong(r -> r.row[1])
                .thenComparingLong(r -> r.row[2]));
        var open = new ArrayList<Run>();
        try {
            for (var file : runs) {
                var run = new Run(file, width);
                open.add(run);
                if (run.next()) {
                    heads.add(run);
                }
            }
            for (var least = heads.poll(); least != null; least = heads.poll()) {
                visitor.row(least.row);
                if (least.next()) {
                    heads.add(least);
                }
            }
        } finally {
            for (var run : open) {
                run.in.close();
            }
        }
    }

    private static final class Run {
        private final FileChannel in;
        private final long[] row;
        private final ByteBuffer buffer;

        Run(Path file, int width) throws IOException {
            in = FileChannel.open(file, StandardOpenOption.READ);
            row = new long[width];
            buffer = ByteBuffer.allocate(ROWS_AT_A_TIME * width * Long.BYTES).limit(0);
        }

        boolean next() throws IOException {
            if (!buffer.hasRemaining()) {
                buffer.clear();
                while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                    // Goes on until the buffer is full or the file is at its end.
                }
                buffer.flip();
            }
            if (!buffer.hasRemaining()) {
                return false;
            }
            for (var i = 0; i < row.length; i++) {
                row[i] = buffer.getLong();
            }
            return true;
        }
    }

    private void spill() {
        sort(0, count - 1);
        try {
            var file = Files.createTempFile("central-command-verify", ".run");
            runs.add(file);
            try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.allocate(ROWS_AT_A_TIME * width * Long.BYTES);
                for (var i = 0; i < count * width; i++) {
                    buffer.putLong(rows[i]);
                    if (!buffer.hasRemaining() || i == count * width - 1) {
                        buffer.flip();
                        while (buffer.hasRemaining()) {
                            out.write(buffer);
                        }
                        buffer.clear();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count = 0;
    }

    /** Quicksort by Hoare: splits evenly where rows are equal, and the shorter side first keeps the stack low. */
    private void sort(int from, int to) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var a = rows[middle * width];
            var b = rows[middle * width + 1];
            var c = rows[middle * width + 2];
            var i = low - 1;
            var j = high + 1;
            while (true) {
                do {
                    i++;
                } while (compare(i, a, b, c) < 0);
                do {
                    j--;
                } while (compare(j, a, b, c) > 0);
                if (i >= j) {
                    break;
                }
                swap(i, j);
            }
            if (j - low < high - j) {
                sort(low, j);
                low = j + 1;
            } else {
                sort(j + 1, high);
                high = j;
            }
        }
    }

    private int compare(int index, long a, long b, long c) {
        var at = index * width;
        if (rows[at] != a) {
            return Long.compare(rows[at], a);
        }
        return rows[at + 1] != b ? Long.compare(rows[at + 1], b) : Long.compare(rows[at + 2], c);
    }

    private void swap(int i, int j) {
        for (int k = 0, x = i * width, y = j * width; k < width; k++, x++, y++) {
            var row = rows[x];
            rows[x] = rows[y];
            rows[y] = row;
        }
    }

    @Override
    public void close() {
        for (var run : runs) {
            try {
                Files.deleteIfExists(run);
            } catch (IOException e) {
                // It lies among the temporary files and holds nothing but numbers.
            }
        }
    }
}
