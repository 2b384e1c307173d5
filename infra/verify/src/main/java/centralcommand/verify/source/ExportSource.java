package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** An exported file: lines of JSON, gzipped where its name says so. */
final class ExportSource implements Source {
    private final Path file;
    private final long size;
    private final Counting counting;
    private final Lines lines;
    private long line = 1;
    private long notes;
    private boolean ended;
    private boolean over;

    private ExportSource(Path file, long size, Counting counting, InputStream content) {
        this.file = file;
        this.size = size;
        this.counting = counting;
        this.lines = new Lines(content);
    }

    static Source open(Path file) throws UnreadableException {
        try {
            var counting = new Counting(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            try {
                var gzipped = file.getFileName().toString().endsWith(".gz");
                var content = gzipped ? new GZIPInputStream(counting, 1 << 16) : counting;
                var source = new ExportSource(file, Files.size(file), counting, content);
                source.readHeader();
                return source;
            } catch (IOException | UnreadableException e) {
                counting.close();
                throw e;
            }
        } catch (EOFException | ZipException e) {
            throw new UnreadableException("%s ends in .gz but is not gzipped, or is cut off at once.".formatted(file));
        } catch (IOException e) {
            throw new UnreadableException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private void readHeader() throws IOException, UnreadableException {
        try {
            if (lines.next() != Lines.Read.LINE) {
                throw new MalformedLineException("there is none");
            }
            var header = ExportLine.header(lines.bytes(), lines.length());
            if (!header.ledger().equals("central-command")) {
                throw new MalformedLineException("it names another ledger");
            }
            if (header.format() != 1) {
                throw new UnreadableException(
                        "%s is an export of format %d; this verifier reads format 1.".formatted(file, header.format()));
            }
        } catch (MalformedLineException e) {
            throw new UnreadableException(
                    "%s is no exported ledger: its first line should say so, but %s.".formatted(file, e.getMessage()));
        }
    }

    @Override
    public @Nullable Entry next() throws UnreadableException {
        if (over) {
            return null;
        }
        line++;
        try {
            return switch (lines.next()) {
                case NONE -> {
                    over = true;
                    yield null;
                }
                case CUT -> {
                    over = true;
                    yield defect(Kind.CUT_OFF, "the file ends in the middle of it");
                }
                case TOO_LONG -> defect(Kind.MALFORMED, "it is longer than any commit can be");
                case LINE -> parsed();
            };
        } catch (EOFException e) {
            over = true;
            return defect(Kind.CUT_OFF, "the gzipped file ends there");
        } catch (ZipException e) {
            over = true;
            return defect(Kind.DAMAGED, "the gzipped file is damaged there");
        } catch (IOException e) {
            throw new UnreadableException("%s cannot be read any further: %s".formatted(file, e.getMessage()));
        }
    }

    private Entry parsed() {
        if (ended) {
            over = true;
            return defect(Kind.INSERTED, "it stands after the last line that the format knows");
        }
        try {
            var entry = ExportLine.entry(lines.bytes(), lines.length(), notes + 1);
            switch (entry) {
                case Entry.Note _ -> notes++;
                case Entry.End _ -> ended = true;
                case Entry.Commit commit
                when notes > 0 -> {
                    return defect(Kind.REORDERED, "commit %d stands after the notes".formatted(commit.number()));
                }
                default -> {}
            }
            return entry;
        } catch (MalformedLineException e) {
            return defect(Kind.MALFORMED, e.getMessage());
        }
    }

    private Entry defect(Kind kind, @Nullable String what) {
        return new Entry.Defect(Finding.of(kind, "Line %d: %s.".formatted(line, what)));
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public long total() {
        return size;
    }

    @Override
    public long done() {
        return counting.count;
    }

    @Override
    public boolean hasEnd() {
        return true;
    }

    @Override
    public void close() {
        try {
            counting.close();
        } catch (IOException e) {
            // It was only read; nothing can be lost.
        }
    }

    private static final class Counting extends FilterInputStream {
        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
