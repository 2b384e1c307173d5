package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.copy.ExportLines.CommitLine;
import centralcommand.ledger.copy.ExportLines.EndLine;
import centralcommand.ledger.copy.ExportLines.Line;
import centralcommand.ledger.copy.ExportLines.NoteLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an exported file from front to back. Whether commits hash to what they say is for the target to find. */
final class ExportSource implements CopySource {
    private final ExportLines lines = new ExportLines();
    private final Path file;
    private final BufferedReader in;
    private @Nullable Line next;
    private long lineNumber;
    private long notes;
    private long commits;
    private long events;

    ExportSource(Path file) {
        this.file = file;
        try {
            InputStream bytes = Files.newInputStream(file);
            in = new BufferedReader(new InputStreamReader(
                    isPacked(file) ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8.newDecoder()));
            var header = readLine();
            if (header == null || !parsesAsHeader(header)) {
                throw new LedgerException("%s is no exported ledger of format 1.".formatted(file));
            }
            advance();
        } catch (IOException e) {
            throw failed(e);
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

    /** A line has a bound, so that a file without line breaks cannot take all memory. */
    private @Nullable String readLine() {
        var line = new StringBuilder();
        try {
            for (var character = in.read(); character != -1; character = in.read()) {
                if (character == '\n') {
                    lineNumber++;
                    return line.toString();
                }
                if (line.length() == ExportLines.MOST_CHARACTERS) {
                    throw new LedgerException(
                            "Line %d of %s is longer than a line can be.".formatted(lineNumber + 1, file));
                }
                line.append((char) character);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return line.isEmpty() ? null : line.toString();
    }

    private LedgerException failed(IOException e) {
        return new LedgerException("%s could not be read: %s".formatted(file, e.getMessage()), e);
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
