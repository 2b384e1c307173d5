package centralcommand.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.verify.note.SignedNote.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of Go's golang.org/x/mod/sumdb/note, which C2SP signed-note describes. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String SIGNATURE =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void the_published_note_is_signed_by_the_published_key() throws Exception {
        var note = SignedNote.parse(TEXT + "\n" + SIGNATURE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signedBy(VerifierKey.parse(KEY))).isEqualTo(Verdict.SIGNED);
    }

    @Test
    void one_changed_letter_makes_the_signature_a_forgery() throws Exception {
        var note = SignedNote.parse(TEXT.replace("answer", "Answer") + "\n" + SIGNATURE);
        assertThat(note.signedBy(VerifierKey.parse(KEY))).isEqualTo(Verdict.FORGED);
    }

    @Test
    void one_good_line_does_not_outweigh_a_forged_one_of_the_same_key() throws Exception {
        var forged = SIGNATURE.replace("ZInNIu", "ZInNIv");
        var note = SignedNote.parse(TEXT + "\n" + SIGNATURE + forged);
        assertThat(note.signedBy(VerifierKey.parse(KEY))).isEqualTo(Verdict.FORGED);
    }

    @Test
    void a_line_of_a_stranger_says_nothing() throws Exception {
        var note = SignedNote.parse(TEXT + "\n" + SIGNATURE.replace("PeterNeumann", "Somebody"));
        assertThat(note.signedBy(VerifierKey.parse(KEY))).isEqualTo(Verdict.ABSENT);
    }

    @Test
    void a_key_is_written_as_it_was_read() throws Exception {
        assertThat(VerifierKey.parse(KEY)).hasToString(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void a_key_whose_parts_do_not_belong_together_is_refused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(MalformedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 na+me x08go/ZJkuBS9UG=\n",
                "text\n\n- name AAAAAAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAAAAAA",
                "text\u0007\n\n\u2014 name AAAAAAAAAAAA\n",
                "text\uFFFD\n\n\u2014 name AAAAAAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAAAAB=\n"
            })
    void what_is_no_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedNoteException.class);
    }

    @Test
    void a_note_with_thousands_of_signatures_is_refused() {
        assertThatThrownBy(() -> SignedNote.parse(TEXT + "\n" + SIGNATURE.repeat(101)))
                .isInstanceOf(MalformedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n1\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "origin\n1\nAAAA\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedNoteException.class);
    }
}
