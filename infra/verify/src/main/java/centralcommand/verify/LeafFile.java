package centralcommand.verify;

import centralcommand.verify.proof.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The leaves of the tree on disk, 32 bytes each: checkpoints are read after the commits, and need the root that the tree had long before. */
final class LeafFile implements AutoCloseable {
    private final Path file;
    private final OutputStream out;

    LeafFile() {
        try {
            file = Files.createTempFile("central-command-verify", ".leaves");
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(byte[] leaf) {
        try {
            out.write(leaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads them again from the first one; nothing is added after this. */
    Reader read() {
        try {
            out.close();
            return new Reader(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves in their order. */
    record Reader(InputStream in) implements AutoCloseable {
        byte[] next() {
            try {
                var leaf = in.readNBytes(Sha256.LENGTH);
                if (leaf.length < Sha256.LENGTH) {
                    throw new EOFException("The file of leaves is shorter than what was written to it");
                }
                return leaf;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It lies among the temporary files and holds nothing but hashes.
        }
    }
}
