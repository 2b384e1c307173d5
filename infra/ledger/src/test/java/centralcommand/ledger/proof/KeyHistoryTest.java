package centralcommand.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyHistoryTest {
    private static final String LEDGER = "central-command/6b1f0c52a9d4e377";
    private static final SigningKey FIRST = SigningKey.generate(LEDGER);
    private static final SigningKey SECOND = SigningKey.generate(LEDGER);
    private static final SigningKey THIRD = SigningKey.generate(LEDGER);
    private static final SigningKey FORGER = SigningKey.generate(LEDGER);
    private static final SignedNote BEGINNING = KeyIntroduction.first(FIRST);
    private static final SignedNote CHANGE = KeyIntroduction.replacement(FIRST, SECOND, 100);
    private static final KeyHistory HISTORY = KeyHistory.of(List.of(BEGINNING, CHANGE));

    @Test
    void an_introduction_is_three_lines_as_the_format_says() {
        assertThat(CHANGE.text())
                .isEqualTo("%s\nkey %s\nfrom 100\n"
                        .formatted(LEDGER, SECOND.verifierKey().text()));
        assertThat(KeyIntroduction.parse(CHANGE.text()))
                .isEqualTo(new KeyIntroduction(LEDGER, SECOND.verifierKey(), 100));
        assertThat(CHANGE.signatures())
                .extracting(NoteSignature::keyId)
                .containsExactly(
                        SECOND.verifierKey().keyId(), FIRST.verifierKey().keyId());
    }

    @Test
    void a_key_is_in_force_from_its_size_until_that_of_the_next() {
        var history = HISTORY.with(KeyIntroduction.replacement(SECOND, THIRD, 250));

        assertThat(history.keyAt(0)).isEqualTo(FIRST.verifierKey());
        assertThat(history.keyAt(99)).isEqualTo(FIRST.verifierKey());
        assertThat(history.keyAt(100)).isEqualTo(SECOND.verifierKey());
        assertThat(history.keyAt(249)).isEqualTo(SECOND.verifierKey());
        assertThat(history.keyAt(250)).isEqualTo(THIRD.verifierKey());
        assertThat(history.keyAt(Long.MAX_VALUE)).isEqualTo(THIRD.verifierKey());
        assertThat(history.current()).isEqualTo(THIRD.verifierKey());
        assertThat(history.first()).isEqualTo(FIRST.verifierKey());
        assertThat(history.origin()).isEqualTo(LEDGER);
        assertThatThrownBy(() -> history.keyAt(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_two_keys_from_one_size_the_later_is_in_force() {
        assertThat(HISTORY.with(KeyIntroduction.replacement(SECOND, THIRD, 100)).keyAt(100))
                .isEqualTo(THIRD.verifierKey());
    }

    @Test
    void a_checkpoint_counts_only_with_the_signature_of_the_key_in_force_at_its_size() {
        assertThat(HISTORY.checkpoint(checkpoint(FIRST, LEDGER, 99))).isPresent();
        assertThat(HISTORY.checkpoint(checkpoint(SECOND, LEDGER, 100)))
                .contains(new Checkpoint(LEDGER, 100, Hash.ZERO));
        assertThat(HISTORY.checkpoint(checkpoint(FIRST, LEDGER, 100))).isEmpty();
        assertThat(HISTORY.checkpoint(checkpoint(SECOND, LEDGER, 99))).isEmpty();
        assertThat(HISTORY.checkpoint(checkpoint(FORGER, LEDGER, 5))).isEmpty();
        assertThat(HISTORY.checkpoint(checkpoint(FIRST, "central-command/0000000000000000", 5)))
                .isEmpty();
        assertThatThrownBy(() -> HISTORY.checkpoint(CHANGE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedNote checkpoint(SigningKey key, String origin, long size) {
        return key.sign(new Checkpoint(origin, size, Hash.ZERO).text());
    }

    @Test
    void the_first_key_must_sign_itself_and_be_in_force_from_the_beginning() {
        var introduction = new KeyIntroduction(LEDGER, FIRST.verifierKey(), 0).text();
        refuses(List.of(FORGER.sign(introduction)), "is not signed by itself");
        refuses(List.of(CHANGE), "must be in force from 0, not from 100");
        refuses(List.of(), "A ledger without a note about its key has no key.");
        refuses(List.of(FIRST.sign(new Checkpoint(LEDGER, 0, Hash.over()).text())), "must have three lines");
    }

    @Test
    void a_key_that_nobody_or_only_the_forger_endorsed_is_refused() {
        var introduction = new KeyIntroduction(LEDGER, FORGER.verifierKey(), 200).text();
        refuses(FORGER.sign(introduction), "is not signed by the key that it replaces");
        refuses(THIRD.sign(FORGER.sign(introduction)), "is not signed by the key that it replaces");
    }

    @Test
    void a_key_that_is_endorsed_by_a_retired_one_is_refused() {
        refuses(KeyIntroduction.replacement(FIRST, FORGER, 200), "is not signed by the key that it replaces");
    }

    @Test
    void a_key_that_did_not_sign_itself_is_refused() {
        var introduction = new KeyIntroduction(LEDGER, THIRD.verifierKey(), 200).text();
        refuses(SECOND.sign(introduction), "is not signed by itself");
    }

    @Test
    void an_endorsement_of_another_text_is_none() {
        var endorsed = KeyIntroduction.replacement(SECOND, THIRD, 200);
        var moved = new SignedNote(endorsed.text().replace("from 200", "from 150"), endorsed.signatures());
        refuses(moved, "is not signed by itself");
        var again = THIRD.sign(moved);
        refuses(again, "is not signed by the key that it replaces");
    }

    @Test
    void the_size_never_falls() {
        refuses(KeyIntroduction.replacement(SECOND, THIRD, 99), "cannot be in force from 99");
        assertThat(HISTORY.with(KeyIntroduction.replacement(SECOND, THIRD, 100)).current())
                .isEqualTo(THIRD.verifierKey());
    }

    @Test
    void a_key_is_not_introduced_for_sizes_that_are_signed_already() {
        var introduction = KeyIntroduction.replacement(SECOND, THIRD, 200);
        assertThat(HISTORY.with(introduction, 199).current()).isEqualTo(THIRD.verifierKey());
        assertThatThrownBy(() -> HISTORY.with(introduction, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a checkpoint of 200 commits is signed by the one that it replaces");
    }

    @Test
    void a_key_of_another_ledger_is_refused() {
        var elsewhere = SigningKey.generate("central-command/0000000000000000");
        var introduction = new KeyIntroduction(elsewhere.name(), elsewhere.verifierKey(), 200).text();
        refuses(SECOND.sign(elsewhere.sign(introduction)), "is one of ledger central-command/0000000000000000");
        assertThatThrownBy(() -> new KeyIntroduction(LEDGER, elsewhere.verifierKey(), 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have its name");
        assertThatThrownBy(() -> KeyIntroduction.replacement(SECOND, elsewhere, 200))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_does_not_come_back() {
        refuses(KeyIntroduction.replacement(SECOND, FIRST, 200), "was introduced before");
        refuses(KeyIntroduction.replacement(SECOND, SECOND, 200), "was introduced before");
    }

    @Test
    void notes_in_another_order_or_with_one_left_out_are_refused() {
        var last = KeyIntroduction.replacement(SECOND, THIRD, 250);
        refuses(List.of(BEGINNING, last), "is not signed by the key that it replaces");
        refuses(List.of(BEGINNING, last, CHANGE), "is not signed by the key that it replaces");
        refuses(List.of(CHANGE, BEGINNING, last), "must be in force from 0");
    }

    @Test
    void what_introduces_no_key_is_refused() {
        var key = SECOND.verifierKey().text();
        for (var text : List.of(
                "%s\nkey %s\nfrom 100".formatted(LEDGER, key),
                "%s\nkey %s\nfrom 0100\n".formatted(LEDGER, key),
                "%s\nkey %s\nfrom -1\n".formatted(LEDGER, key),
                "%s\nkey %s\nfrom 100\nmore\n".formatted(LEDGER, key),
                "%s\nkey  %s\nfrom 100\n".formatted(LEDGER, key),
                "%s\n%s\nfrom 100\n".formatted(LEDGER, key),
                "%s\nkey %s\n100\n".formatted(LEDGER, key),
                "%s\nkey %s\n".formatted(LEDGER, key),
                "other\nkey %s\nfrom 100\n".formatted(key))) {
            assertThatThrownBy(() -> KeyIntroduction.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void refuses(SignedNote note, String reason) {
        refuses(List.of(BEGINNING, CHANGE, note), reason);
    }

    private static void refuses(List<SignedNote> notes, String reason) {
        assertThatThrownBy(() -> KeyHistory.of(notes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
