package centralcommand.verify;

import centralcommand.verify.proof.Sha256;
import centralcommand.verify.source.Entry;
import java.util.Arrays;
import java.util.List;

/** Lays out a commit as docs/ledger-format.md says and hashes it. For one thread at a time. */
final class RecordHash {
    private static final byte VERSION = 1;

    private final Sha256 sha = new Sha256();
    private byte[] buffer = new byte[1024];
    private int length;

    /** Hash of the commit as it stands. */
    byte[] of(Entry.Commit commit, byte[] previous) {
        return of(commit, commit.number(), commit.first(), commit.events(), previous);
    }

    /** Hash that its content would have under this number, from this position, with these events. */
    byte[] of(Entry.Commit commit, long number, long first, List<Entry.Event> events, byte[] previous) {
        length = 0;
        u8(VERSION);
        u64(number);
        u64(first);
        u32(events.size());
        u64(commit.epoch());
        u64(commit.recordedAt());
        raw(previous);
        var command = commit.command();
        if (command == null) {
            u8((byte) 0);
        } else {
            u8((byte) 1);
            text(command.actor());
            text(command.id());
            text(command.bodyHash());
        }
        for (var event : events) {
            text(event.id());
            text(event.stream());
            u64(event.sequence());
            text(event.type());
            u32(event.revision());
            hashOf(event.payload());
            hashOf(event.metadata());
        }
        return sha.leaf(buffer, length);
    }

    private void hashOf(byte[] bytes) {
        room(Sha256.LENGTH);
        sha.of(bytes, buffer, length);
        length += Sha256.LENGTH;
    }

    private void u8(byte value) {
        room(1);
        buffer[length++] = value;
    }

    private void u32(long value) {
        room(4);
        for (var shift = 24; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    private void u64(long value) {
        room(8);
        for (var shift = 56; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    private void text(byte[] utf8) {
        u32(utf8.length);
        raw(utf8);
    }

    private void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
        }
    }
}
