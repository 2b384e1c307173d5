package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.Adoption;
import centralcommand.ledger.append.NothingKnown;
import centralcommand.ledger.append.Tip;
import centralcommand.ledger.file.Reason;
import centralcommand.ledger.file.WholeFile;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.MerkleTree;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an exported file, which has its name only when it is whole and can be read by its owner only.
 *
 * <p>The sequence of each stream is held in memory, some hundred bytes for each; that and nothing else grows with the ledger.
 */
final class ExportTarget implements CopyTarget {
    private final ExportLines lines = new ExportLines();
    private final Adoption adoption = new Adoption(Tip.OF_EMPTY, new NothingKnown());
    private final Path file;
    private final WholeFile whole;
    private final NodesOnDisk nodes;
    private final BufferedWriter out;
    private long events;
    private long notes;

    ExportTarget(Path file) {
        this.file = file;
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new LedgerException("%s is there already; export to a new file.".formatted(file));
        }
        try {
            whole = WholeFile.at(file);
            nodes = new NodesOnDisk();
            out = new BufferedWriter(new OutputStreamWriter(packed(whole.content()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(e);
        }
        line(lines.header());
    }

    private OutputStream packed(OutputStream bytes) throws IOException {
        return ExportSource.isPacked(file) ? new GZIPOutputStream(bytes) : bytes;
    }

    @Override
    public long commits() {
        return adoption.tip().number();
    }

    @Override
    public Hash hash(long number) {
        return nodes.node(0, number - 1);
    }

    @Override
    public Hash root(long commits) {
        return new MerkleTree(nodes).root(commits);
    }

    @Override
    public void adopt(List<RecordedCommit> commits) {
        for (var commit : commits) {
            var placed = adoption.take(commit);
            line(lines.commit(commit));
            nodes.add(placed);
            events += commit.events().size();
        }
    }

    @Override
    public long notes() {
        return notes;
    }

    @Override
    public List<Note> readNotes(long afterId, int limit) {
        return List.of();
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
            whole.complete();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public String afterFailure(long commits, long notes) {
        return "No file was made.";
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
        return new LedgerException("%s cannot be written: %s".formatted(file, Reason.of(e)), e);
    }

    /** Where the copy was not completed, the part that was written goes. */
    @Override
    public void close() {
        try (whole;
                nodes) {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
