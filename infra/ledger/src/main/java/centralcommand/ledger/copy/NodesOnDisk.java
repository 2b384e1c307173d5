package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.file.OwnerOnly;
import centralcommand.ledger.file.Reason;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.MerkleTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The nodes of a tree that grows, in a temporary file: about 64 bytes for each commit, which would be too much to hold in memory. It is
 * for what is written before it is known which sizes will be asked for.
 */
final class NodesOnDisk implements MerkleTree.Nodes, AutoCloseable {
    private static final int BUFFERED = 64 * 1024;

    private final FileChannel file;
    private final ByteBuffer unwritten = ByteBuffer.allocate(BUFFERED);
    private long written;

    NodesOnDisk() {
        try {
            var path = Files.createTempFile("copy-ledger-", ".nodes", OwnerOnly.file(Path.of("")));
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static LedgerException failed(IOException e) {
        return new LedgerException(
                "A temporary file in %s could not be used: %s"
                        .formatted(System.getProperty("java.io.tmpdir"), Reason.of(e)),
                e);
    }

    /** The next commit: its hash and the roots of the subtrees that end with it. */
    void add(Placed placed) {
        append(placed.commit().hash().bytes());
        append(placed.subtreeBytes());
    }

    private void append(byte[] bytes) {
        if (unwritten.remaining() < bytes.length) {
            write();
        }
        unwritten.put(bytes);
    }

    private void write() {
        unwritten.flip();
        try {
            while (unwritten.hasRemaining()) {
                written += file.write(unwritten, written);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        unwritten.clear();
    }

    @Override
    public Hash node(int level, long index) {
        write();
        var commits = (index << level) + (1L << level) - 1;
        // So many leaves have that many nodes: each but the first of a subtree, for which a bit is set, completes one
        // more.
        var before = 2 * commits - Long.bitCount(commits);
        var node = ByteBuffer.allocate(Hash.BYTES);
        try {
            var at = (before + level) * Hash.BYTES;
            while (node.hasRemaining()) {
                if (file.read(node, at + node.position()) < 0) {
                    throw new IllegalArgumentException(
                            "The tree has no complete subtree %d of 2^%d commits.".formatted(index, level));
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return Hash.of(node.array());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
