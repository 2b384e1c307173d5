package centralcommand.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Lays commits out and hashes them as {@code docs/ledger-format.md} says under "Hash of a commit". Numbers are big-endian; a text is its
 * length in bytes and its UTF-8.
 *
 * <p>It works in one buffer that grows and is used again, so it is for one thread.
 */
public final class CommitHasher {
    private static final byte LEAF = 0;
    private static final byte VERSION = 1;
    private static final int INITIAL_BYTES = 4096;
    private static final int MAX_UTF8_BYTES_OF_CHAR = 3;

    private final MessageDigest sha256 = Hash.sha256();
    private ByteBuffer buffer = ByteBuffer.allocate(INITIAL_BYTES);

    /**
     * {@code hash(n)}: the hash of the leaf, by which the next commit names this one.
     *
     * @throws IllegalArgumentException if a text has half a surrogate pair, which has no UTF-8
     */
    public Hash hash(CommitLeaf commit) {
        layOut(commit);
        sha256.update(buffer.array(), 0, buffer.position());
        return Hash.finish(sha256);
    }

    /**
     * {@code record(n)}: the data of the leaf, without the 0x00 that is hashed before it.
     *
     * @throws IllegalArgumentException if a text has half a surrogate pair, which has no UTF-8
     */
    public byte[] record(CommitLeaf commit) {
        layOut(commit);
        return Arrays.copyOfRange(buffer.array(), 1, buffer.position());
    }

    private void layOut(CommitLeaf commit) {
        buffer.clear();
        reserve(2 + 5 * Long.BYTES + Integer.BYTES + Hash.BYTES);
        buffer.put(LEAF)
                .put(VERSION)
                .putLong(commit.number())
                .putLong(commit.first())
                .putInt(commit.events().size())
                .putLong(commit.epoch())
                .putLong(commit.recordedAtMillis());
        commit.previous().putInto(buffer);
        var command = commit.command();
        if (command == null) {
            put((byte) 0);
        } else {
            put((byte) 1);
            put(command.actor());
            put(command.commandId());
            put(command.bodyHash());
        }
        for (var event : commit.events()) {
            put(event);
        }
    }

    private void put(CommitLeaf.Event event) {
        put(event.eventId());
        put(event.stream());
        reserve(Long.BYTES);
        buffer.putLong(event.sequence());
        put(event.type());
        reserve(Integer.BYTES + 2 * Hash.BYTES);
        buffer.putInt(event.revision());
        putHashOf(event.payload());
        putHashOf(event.metadata());
    }

    private void put(byte value) {
        reserve(1);
        buffer.put(value);
    }

    private void putHashOf(byte[] bytes) {
        try {
            sha256.update(bytes);
            sha256.digest(buffer.array(), buffer.position(), Hash.BYTES);
            buffer.position(buffer.position() + Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("There is room for a hash.", e);
        }
    }

    private void put(String text) {
        reserve(Integer.BYTES + Math.multiplyExact(MAX_UTF8_BYTES_OF_CHAR, text.length()));
        var start = buffer.position() + Integer.BYTES;
        var bytes = buffer.array();
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character >= 0x80) {
                putUtf8(text);
                return;
            }
            bytes[start + i] = (byte) character;
        }
        buffer.putInt(text.length()).position(start + text.length());
    }

    private void putUtf8(String text) {
        try {
            // Unlike String.getBytes, a new encoder refuses what it cannot encode instead of writing a question mark.
            var utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            buffer.putInt(utf8.remaining()).put(utf8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A text has half a surrogate pair and so no UTF-8.", e);
        }
    }

    private void reserve(int bytes) {
        if (buffer.remaining() < bytes) {
            var needed = Math.addExact(buffer.position(), bytes);
            var larger = ByteBuffer.allocate(Math.max(needed, Math.multiplyExact(2, buffer.capacity())));
            buffer = larger.put(buffer.flip());
        }
    }
}
