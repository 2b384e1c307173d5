package centralcommand.verify;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.proof.Sha256;
import centralcommand.verify.source.Entry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordHashTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void the_layout_is_the_one_of_the_format_byte_by_byte() {
        var sha = new Sha256();
        var payload = bytes("{\"a\":1}");
        var metadata = bytes("{}");
        var previous = HEX.parseHex("ab".repeat(32));
        var laidOut = HEX.parseHex("01"
                + "0000000000000102"
                + "0000000000000203"
                + "00000001"
                + "0000000000000004"
                + "0000019aab3b1c00"
                + "ab".repeat(32)
                + "01" + "00000003" + "6b696d" + "00000002" + "6331" + "00000002" + "6262"
                + "00000002" + "6531" + "00000003" + "73c3bc" + "0000000000000005" + "00000001" + "74" + "00000006"
                + HEX.formatHex(sha.of(payload)) + HEX.formatHex(sha.of(metadata)));
        var commit = new Entry.Commit(
                0x102,
                0x203,
                1,
                4,
                0x0000019aab3b1c00L,
                new Entry.Command(bytes("kim"), bytes("c1"), bytes("bb")),
                List.of(new Entry.Event(0, bytes("e1"), bytes("sü"), 5, bytes("t"), 6, payload, metadata)),
                null,
                null,
                null,
                0);

        assertThat(new RecordHash().of(commit, previous)).isEqualTo(sha.leaf(laidOut, laidOut.length));
    }

    @Test
    void a_commit_without_command_and_events_ends_with_one_zero_byte() {
        var laidOut = HEX.parseHex("01" + "0000000000000001" + "0000000000000001" + "00000000" + "0000000000000001"
                + "0000000000000000" + "00".repeat(32) + "00");
        var commit = new Entry.Commit(1, 1, 0, 1, 0, null, List.of(), null, null, null, 0);

        assertThat(new RecordHash().of(commit, new byte[32])).isEqualTo(new Sha256().leaf(laidOut, laidOut.length));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
