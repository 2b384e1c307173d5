package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.Adoption;
import centralcommand.ledger.append.NothingKnown;
import centralcommand.ledger.append.Tip;
import centralcommand.ledger.proof.Hash;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes an exported file. It has its name only when it is whole; until then it ends in {@code .part}. */
final class ExportTarget implements CopyTarget {
    private final ExportLines lines = new ExportLines();
    private final Adoption adoption = new Adoption(Tip.OF_EMPTY, new NothingKnown());
    private final Path file;
    private final Path part;
    private final BufferedWriter out;
    private long events;
    private long notes;

    ExportTarget(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new LedgerException("%s is there already; export to a new file.".formatted(file));
            }
            var bytes = Files.newOutputStream(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            out = new BufferedWriter(new OutputStreamWriter(packed(bytes), StandardCharsets.UTF_8));
            line(lines.header());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OutputStream packed(OutputStream bytes) throws IOException {
        return ExportSource.isPacked(file) ? new GZIPOutputStream(bytes) : bytes;
    }

    @Override
    public long commits() {
        return adoption.tip().number();
    }

    @Override
    public Hash lastHash() {
        return adoption.tip().hash();
    }

    @Override
    public void adopt(List<RecordedCommit> commits) {
        for (var commit : commits) {
            adoption.take(commit);
            line(lines.commit(commit));
            events += commit.events().size();
        }
    }

    @Override
    public long notes() {
        return notes;
    }

    @Override
    public void adopt(Note note) {
        line(lines.note(note));
        notes++;
    }

    @Override
    public void complete() {
        line(lines.end(commits(), events, adoption.tip().frontier().root()));
        try {
            out.close();
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void line(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private LedgerException failed(IOException e) {
        return new LedgerException("%s could not be written: %s".formatted(file, e.getMessage()), e);
    }

    /** Where the copy was not completed, the part that was written goes. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
