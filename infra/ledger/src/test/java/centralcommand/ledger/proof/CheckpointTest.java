package centralcommand.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Test
    void the_example_of_the_specification_is_read_and_written() {
        var text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        var checkpoint = Checkpoint.parse(text);

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint(
                        "example.com/behind-the-sofa",
                        20_852_163,
                        Hash.ofHex("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")));
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @Test
    void the_empty_ledger_and_the_largest_have_checkpoints() {
        for (var size : new long[] {0, 1, Long.MAX_VALUE}) {
            var checkpoint = new Checkpoint("a", size, Hash.over());
            assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        }
    }

    @Test
    void the_origin_is_taken_from_the_hash_of_the_first_commit() {
        assertThat(Checkpoint.originOf(Hash.ofHex("6b1f0c52a9d4e377" + "0".repeat(48))))
                .isEqualTo("central-command/6b1f0c52a9d4e377");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/12/ROOT | The text of a checkpoint must end with a newline.",
                "a/12/ | A checkpoint must have three lines, origin, size and root, but has 2.",
                "a/12/ROOT/more/ | A checkpoint must have three lines, origin, size and root, but has 4.",
                "a/12/ROOT// | A checkpoint must have three lines, origin, size and root, but has 4.",
                "/12/ROOT/ | The origin of a checkpoint must be one line that is not empty.",
                "a/012/ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/00/ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/-1/ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/+1/ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/1 /ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a//ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/0x1/ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/١/ROOT/ | The size of a checkpoint must be a decimal number without sign or leading zeros.",
                "a/9223372036854775808/ROOT/ | The size of a checkpoint is larger than 2^63 - 1.",
                "a/1/AAAA/ | The root of a checkpoint must have 32 bytes, but has 3.",
                "a/1// | The root of a checkpoint must have 32 bytes, but has 0.",
                "a/1/ROOTAA/ | The root of a checkpoint is not base64.",
                "a/1/@/ | The root of a checkpoint is not base64.",
            })
    void what_is_no_checkpoint_is_refused_with_a_reason(String lines, String reason) {
        assertThatThrownBy(() -> Checkpoint.parse(lines.replace('/', '\n').replace("ROOT", ROOT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void a_root_with_bits_left_over_or_without_padding_is_refused() {
        for (var root : new String[] {ROOT.replace("2I=", "2J="), ROOT.replace("2I=", "2I")}) {
            assertThatThrownBy(() -> Checkpoint.parse("a\n1\n" + root + "\n"))
                    .hasMessage("The root of a checkpoint is not base64 in its one padded form.");
        }
    }
}
