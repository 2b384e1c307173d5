package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NoteKeysTest {
    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void the_keys_of_the_example_of_go_are_read_and_written() {
        var key = SigningKey.parse(SECRET);

        assertThat(key.secretText()).isEqualTo(SECRET);
        assertThat(key.verifierKey().text()).isEqualTo(PUBLIC);
        assertThat(VerifierKey.parse(PUBLIC)).isEqualTo(key.verifierKey()).hasSameHashCodeAs(key.verifierKey());
        assertThat(VerifierKey.parse(PUBLIC).name()).isEqualTo("PeterNeumann");
        assertThat(VerifierKey.parse(PUBLIC).keyId()).isEqualTo(0xc74f20a3);
    }

    @Test
    void the_public_key_of_a_seed_is_that_of_rfc_8032() {
        assertThat(HexFormat.of()
                        .formatHex(Ed25519.publicKeyOf(HexFormat.of()
                                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HexFormat.of()
                        .formatHex(Ed25519.publicKeyOf(HexFormat.of()
                                .parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))))
                .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    }

    @Test
    void a_part_of_a_key_or_a_changed_key_is_refused() {
        refusesMangled(PUBLIC, VerifierKey::parse);
        refusesMangled(SECRET, SigningKey::parse);
    }

    private static void refusesMangled(String key, Function<String, ?> parse) {
        for (var from = 0; from <= key.length(); from++) {
            for (var to = from; to <= key.length(); to++) {
                if (to - from < key.length()) {
                    refuses(key.substring(from, to), parse);
                }
            }
        }
        for (var i = 0; i < key.length(); i++) {
            refuses(key.substring(0, i) + (char) (key.charAt(i) + 1) + key.substring(i + 1), parse);
        }
    }

    private static void refuses(String key, Function<String, ?> parse) {
        assertThatThrownBy(() -> parse.apply(key)).as(key).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_of_another_length_type_or_curve_are_refused_even_with_the_right_id() {
        refuses("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", VerifierKey::parse);
        refuses("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", VerifierKey::parse);
        refuses("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2", VerifierKey::parse);
        refuses(PUBLIC, WitnessKey::parse);
        // y = 2 is the coordinate of no point.
        var noPoint = new byte[33];
        noPoint[0] = 1;
        noPoint[1] = 2;
        var id = Hash.over("a\n".getBytes(UTF_8), noPoint).hex().substring(0, 8);
        assertThatThrownBy(() ->
                        VerifierKey.parse("a+" + id + "+" + Base64.getEncoder().encodeToString(noPoint)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The bytes are no Ed25519 public key.");
    }

    @Test
    void a_wrong_key_id_is_named() {
        assertThatThrownBy(() -> VerifierKey.parse(PUBLIC.replace("c74f20a3", "c74f20a4")))
                .hasMessage("The key id of PeterNeumann should be c74f20a3, but is c74f20a4.");
    }

    @Test
    void published_keys_of_others_are_read() {
        for (var known : List.of(
                "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6",
                "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
                "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")) {
            assertThat(VerifierKey.parse(known).text()).isEqualTo(known);
        }
    }

    @Test
    void a_generated_key_signs_is_read_again_and_differs_from_the_next() {
        var key = SigningKey.generate("central-command/6b1f0c52a9d4e377");
        var same = SigningKey.parse(key.secretText());

        assertThat(same.verifierKey()).isEqualTo(key.verifierKey());
        assertThat(same.sign("a\n")).isEqualTo(key.sign("a\n"));
        assertThat(key.verifierKey().verify(key.sign("a\n"))).isTrue();
        assertThat(SigningKey.generate(key.name()).verifierKey()).isNotEqualTo(key.verifierKey());
    }

    @Test
    void a_private_key_does_not_show_itself() {
        var key = SigningKey.parse(SECRET);

        assertThat(key.toString()).isEqualTo("the private key of " + PUBLIC);
        assertThatThrownBy(() -> SigningKey.parse(SECRET + "!"))
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("AYEKFALVFGyNhPJEMzD1QIDr"));
    }

    @Test
    void a_name_has_no_spaces_plus_or_control_characters() {
        for (var name : List.of("", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2028b", "a\u0085b", "a\ud800")) {
            assertThatThrownBy(() -> SigningKey.generate(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
