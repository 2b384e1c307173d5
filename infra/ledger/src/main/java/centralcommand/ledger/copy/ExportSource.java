package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.copy.ExportLines.CommitLine;
import centralcommand.ledger.copy.ExportLines.EndLine;
import centralcommand.ledger.copy.ExportLines.Line;
import centralcommand.ledger.copy.ExportLines.NoteLine;
import centralcommand.ledger.file.Reason;
import centralcommand.ledger.proof.Hash;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an exported file from front to back. Whether commits hash to what they say, and notes are to be believed, is for the copy to find. */
final class ExportSource implements CopySource {
    private final ExportLines lines = new ExportLines();
    private final Path file;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Line next;
    private long lineNumber;
    private long notes;
    private long commits;
    private long events;
    private @Nullable Hash root;

    ExportSource(Path file) {
        this.file = file;
        try {
            in = new BufferedInputStream(unpacked(Files.newInputStream(file)));
        } catch (IOException e) {
            throw failed(e);
        }
        try {
            var header = readLine();
            if (header == null || !parsesAsHeader(header)) {
                throw new LedgerException("%s is no exported ledger of format 1.".formatted(file));
            }
            advance();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private InputStream unpacked(InputStream stored) throws IOException {
        try {
            return isPacked(file) ? new GZIPInputStream(stored) : stored;
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    static boolean isPacked(Path file) {
        return file.getFileName().toString().endsWith(".gz");
    }

    @Override
    public OptionalLong commits() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong lastNote() {
        return OptionalLong.empty();
    }

    @Override
    public boolean hasNotesAtOnce() {
        return false;
    }

    /** The one in its last line. */
    @Override
    public Optional<Hash> root() {
        return Optional.ofNullable(root);
    }

    @Override
    public List<RecordedCommit> readCommits(long afterNumber, int limit) {
        var read = new ArrayList<RecordedCommit>(limit);
        while (read.size() < limit && next instanceof CommitLine(var commit)) {
            commits++;
            events += commit.events().size();
            if (commit.number() > afterNumber) {
                read.add(commit);
            }
            advance();
        }
        return read;
    }

    @Override
    public List<Note> readNotes(long afterId, int limit) {
        var read = new ArrayList<Note>(limit);
        while (read.size() < limit && next instanceof NoteLine(var kind, var size, var text)) {
            notes++;
            if (notes > afterId) {
                read.add(new Note(notes, kind, size, text));
            }
            advance();
        }
        if (read.isEmpty()) {
            requireEnd();
        }
        return read;
    }

    private void requireEnd() {
        if (!(next instanceof EndLine end)) {
            throw new LedgerException(
                    "%s is cut off or out of order at line %d: the end is missing.".formatted(file, lineNumber));
        }
        if (end.commits() != commits || end.events() != events) {
            throw new LedgerException("%s says that it has %d commits and %d events, but has %d and %d."
                    .formatted(file, end.commits(), end.events(), commits, events));
        }
        if (root == null && readLine() != null) {
            throw new LedgerException("%s goes on after its end, from line %d on.".formatted(file, lineNumber));
        }
        root = end.root();
    }

    private void advance() {
        var line = readLine();
        if (line == null) {
            next = null;
            return;
        }
        try {
            next = lines.read(line);
        } catch (RuntimeException e) {
            throw new LedgerException("Line %d of %s cannot be read: %s".formatted(lineNumber, file, reason(e)), e);
        }
    }

    private boolean parsesAsHeader(String line) {
        try {
            return lines.isHeader(line);
        } catch (RuntimeException noJson) {
            return false;
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof IllegalArgumentException || e instanceof ArithmeticException
                ? e.getMessage() + "."
                : "it is no such object of JSON.";
    }

    /** A line has a bound, so that a file without line breaks cannot take all memory. Nothing if the file has ended. */
    private @Nullable String readLine() {
        bytes.reset();
        try {
            for (var next = in.read(); next != '\n'; next = in.read()) {
                if (next == -1 && bytes.size() == 0) {
                    return null;
                }
                if (next == -1) {
                    throw new LedgerException("%s is cut off within line %d.".formatted(file, lineNumber + 1));
                }
                if (bytes.size() == ExportLines.MOST_BYTES) {
                    throw new LedgerException(
                            "Line %d of %s is longer than a line can be.".formatted(lineNumber + 1, file));
                }
                bytes.write(next);
            }
            lineNumber++;
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LedgerException("Line %d of %s is no UTF-8.".formatted(lineNumber, file), e);
        } catch (IOException e) {
            throw new LedgerException(
                    "%s cannot be read after line %d: %s".formatted(file, lineNumber, Reason.of(e)), e);
        }
    }

    private LedgerException failed(IOException e) {
        return new LedgerException("%s cannot be read: %s".formatted(file, Reason.of(e)), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
