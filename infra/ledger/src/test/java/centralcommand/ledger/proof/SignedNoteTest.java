package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** From the tests of golang.org/x/mod/sumdb/note. */
    private static final String PETER_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String BY_PETER =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String BY_ENOCH =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void the_example_of_go_is_signed_byte_for_byte() {
        assertThat(SigningKey.parse(PETER_SECRET).sign(TEXT).format()).isEqualTo(TEXT + "\n" + BY_PETER);
    }

    @Test
    void the_example_of_go_with_two_signatures_is_verified_by_each_key_alone() {
        var note = SignedNote.parse(TEXT + "\n" + BY_PETER + BY_ENOCH);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signatures()).extracting(NoteSignature::keyName).containsExactly("PeterNeumann", "EnochRoot");
        assertThat(VerifierKey.parse(PETER).verify(note)).isTrue();
        assertThat(VerifierKey.parse(ENOCH).verify(note)).isTrue();
        assertThat(note.format()).isEqualTo(TEXT + "\n" + BY_PETER + BY_ENOCH);
        assertThat(SignedNote.parse(note.format().getBytes(UTF_8))).isEqualTo(note);
    }

    @Test
    void the_example_of_the_specification_is_verified() {
        var key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = SignedNote.parse("""
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);

        assertThat(key.verify(note)).isTrue();
        assertThat(key.keyId()).isEqualTo(0x530d903a);
    }

    @Test
    void a_note_that_a_key_did_not_sign_is_not_verified_by_it() {
        assertThat(VerifierKey.parse(ENOCH).verify(SignedNote.parse(TEXT + "\n" + BY_PETER)))
                .isFalse();
        // The same public key under another name has another id.
        var renamed = BY_PETER.replace("PeterNeumann", "CarmenSandiego");
        assertThat(VerifierKey.parse(PETER).verify(SignedNote.parse(TEXT + "\n" + renamed)))
                .isFalse();
    }

    @Test
    void every_character_of_the_text_and_every_byte_of_the_signature_counts() {
        var key = VerifierKey.parse(PETER);
        for (var i = 0; i < TEXT.length() - 1; i++) {
            var changed = TEXT.substring(0, i) + (TEXT.charAt(i) == 'x' ? 'y' : 'x') + TEXT.substring(i + 1);
            assertThat(key.verify(SignedNote.parse(changed + "\n" + BY_PETER))).isFalse();
        }
        var signed = SignedNote.parse(TEXT + "\n" + BY_PETER).signatures().getFirst();
        for (var i = 0; i < signed.bytes().length; i++) {
            var bytes = signed.bytes();
            bytes[i] ^= 1;
            var changed = NoteSignature.of(key.noteKey(), bytes);
            assertThat(key.verify(new SignedNote(TEXT, List.of(changed)))).isFalse();
        }
        var shorter = NoteSignature.of(key.noteKey(), new byte[] {1});
        assertThat(key.verify(new SignedNote(TEXT, List.of(shorter)))).isFalse();
    }

    @Test
    void a_false_signature_of_a_key_makes_the_note_false_even_beside_a_true_one() {
        var peter = VerifierKey.parse(PETER);
        var forged = NoteSignature.of(peter.noteKey(), new byte[64]);
        var signed = SignedNote.parse(TEXT + "\n" + BY_PETER);

        for (var order : List.of(
                List.of(signed.signatures().getFirst(), forged),
                List.of(forged, signed.signatures().getFirst()))) {
            assertThat(peter.verify(new SignedNote(TEXT, order))).isFalse();
        }
        assertThat(peter.verify(SignedNote.parse(TEXT + "\n" + BY_PETER + BY_PETER)))
                .isTrue();
    }

    @Test
    void signing_again_replaces_the_signature_of_the_key_and_keeps_the_others() {
        var peter = SigningKey.parse(PETER_SECRET);
        var forged = NoteSignature.of(peter.verifierKey().noteKey(), new byte[64]);
        var enoch = SignedNote.parse(TEXT + "\n" + BY_ENOCH).signatures().getFirst();

        assertThat(peter.sign(new SignedNote(TEXT, List.of(forged, enoch))).format())
                .isEqualTo(TEXT + "\n" + BY_ENOCH + BY_PETER);
    }

    @Test
    void a_text_may_have_blank_lines_and_what_looks_like_a_signature() {
        var peter = SigningKey.parse(PETER_SECRET);
        for (var text : List.of(
                "\n",
                "\n\n",
                "a\n\nb\n",
                TEXT + "\n" + BY_PETER,
                "Ognuno sta solo sul cuor della terra\n\ned è subito sera.\n")) {
            var note = SignedNote.parse(peter.sign(text).format());
            assertThat(note.text()).isEqualTo(text);
            assertThat(peter.verifierKey().verify(note)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                TEXT,
                TEXT + "\n",
                TEXT + BY_PETER,
                TEXT + "\n" + BY_PETER + "\n",
                TEXT + "\n" + BY_PETER + "\nmore\n",
                TEXT + "\n" + BY_PETER + "Unexpected line.\n",
                "\u0001" + TEXT + "\n" + BY_PETER,
                "a\tb\n\n" + BY_PETER,
                "a\r\n\r\n" + BY_PETER,
                "a\ud800\n\n" + BY_PETER,
                TEXT + "\n— Peter\n",
                TEXT + "\n— PeterNeumann \n",
                TEXT + "\n—  x08go/Y=\n",
                TEXT + "\n- PeterNeumann x08go/Y=\n",
                TEXT + "\n—PeterNeumann x08go/Y=\n",
                TEXT + "\n— Peter+Neumann x08go/Y=\n",
                TEXT + "\n— Peter\u00a0Neumann x08go/Y=\n",
                TEXT + "\n— Peter\u2003Neumann x08go/Y=\n",
                TEXT + "\n— Peter\u0085Neumann x08go/Y=\n",
                TEXT + "\n— PeterNeumann  x08go/Y=\n",
                TEXT + "\n— PeterNeumann x08go/Y= \n",
                TEXT + "\n— PeterNeumann x08go/Y\n",
                TEXT + "\n— PeterNeumann x08go/Z=\n",
                TEXT + "\n— PeterNeumann x08go_Y=\n",
                TEXT + "\n— PeterNeumann x08gow==\n",
                TEXT + "\n— PeterNeumann x08=\n",
            })
    void what_is_no_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void a_note_without_its_last_newline_is_refused() {
        var note = TEXT + "\n" + BY_PETER;

        assertThatThrownBy(() -> SignedNote.parse(note.substring(0, note.length() - 1)))
                .hasMessage("A note must end with a newline.");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        var note = ("?" + TEXT + "\n" + BY_PETER).getBytes(UTF_8);
        note[0] = (byte) 0xff;

        assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A note must be UTF-8.");
    }

    @Test
    void the_most_signatures_are_a_hundred() {
        assertThat(SignedNote.parse(TEXT + "\n" + BY_PETER.repeat(100)).signatures())
                .hasSize(100);
        assertThatThrownBy(() -> SignedNote.parse(TEXT + "\n" + BY_PETER.repeat(101)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A note must have 1 to 100 signatures, but has 101.");
        assertThatThrownBy(() -> new SignedNote(
                        TEXT,
                        new ArrayList<>(Collections.nCopies(
                                101,
                                SignedNote.parse(TEXT + "\n" + BY_PETER)
                                        .signatures()
                                        .getFirst()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedNote(TEXT, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_largest_note_has_a_million_bytes() {
        var room = SignedNote.MAX_BYTES - 1 - BY_PETER.getBytes(UTF_8).length;
        var largest = "x".repeat(room - 1) + "\n";

        assertThat(SignedNote.parse((largest + "\n" + BY_PETER).getBytes(UTF_8)).text())
                .isEqualTo(largest);
        assertThatThrownBy(() -> SignedNote.parse("x" + largest + "\n" + BY_PETER))
                .hasMessage("A note must not be larger than 1,000,000 bytes.");
        assertThatThrownBy(() -> SignedNote.parse(("x" + largest + "\n" + BY_PETER).getBytes(UTF_8)))
                .hasMessage("A note must not be larger than 1,000,000 bytes.");
        assertThatThrownBy(() -> SigningKey.parse(PETER_SECRET).sign("ü".repeat(500_000) + "\n"))
                .hasMessage("A note must not be larger than 1,000,000 bytes.");
    }
}
