package centralcommand.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {
    /** A checkpoint of a public log as it was published, with the cosignatures of four independent witnesses. */
    private static final SignedNote PUBLISHED = SignedNote.parse("""
            arche2025h1.staging.ct.transparency.dev
            1432088532
            U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

            — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
            — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
            — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
            — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
            — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
            — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
            """);

    private static final String LOG =
            "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
    private static final List<String> WITNESSES = List.of(
            "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
            "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
            "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
            "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv");

    private static final long THEN = 1_764_000_000;
    private static final SigningKey OURS = SigningKey.generate("central-command/6b1f0c52a9d4e377");
    private static final SigningKey WITNESS = SigningKey.generate("example.gov/witness");
    private static final SignedNote CHECKPOINT = OURS.sign(new Checkpoint(OURS.name(), 7, Hash.over()).text());

    @Test
    void a_published_checkpoint_is_verified_with_the_published_key_of_its_log() {
        assertThat(VerifierKey.parse(LOG).verify(PUBLISHED)).isTrue();
        assertThat(Checkpoint.parse(PUBLISHED.text()).size()).isEqualTo(1_432_088_532);
        assertThat(Checkpoint.parse(PUBLISHED.text()).text()).isEqualTo(PUBLISHED.text());
    }

    @Test
    void published_cosignatures_are_verified_with_the_published_keys_of_the_witnesses() {
        for (var text : WITNESSES) {
            var witness = WitnessKey.parse(text);
            assertThat(witness.text()).isEqualTo(text);
            assertThat(witness.cosignature(PUBLISHED)).contains(new Cosignature(witness, 0x6a122120L));
        }
    }

    @Test
    void a_published_cosignature_does_not_hold_for_another_checkpoint() {
        var other = new SignedNote(PUBLISHED.text().replace("1432088532", "1432088533"), PUBLISHED.signatures());

        for (var text : WITNESSES) {
            assertThat(WitnessKey.parse(text).cosignature(other)).isEmpty();
        }
    }

    @Test
    void a_witness_adds_his_word_and_the_signature_of_the_ledger_stays() {
        var cosigned = WITNESS.cosign(CHECKPOINT, THEN);

        assertThat(SignedNote.parse(cosigned.format())).isEqualTo(cosigned);
        assertThat(cosigned.signatures()).hasSize(2);
        assertThat(OURS.verifierKey().verify(cosigned)).isTrue();
        assertThat(WITNESS.witnessKey().cosignature(cosigned)).contains(new Cosignature(WITNESS.witnessKey(), THEN));
        assertThat(WitnessKey.parse(WITNESS.witnessKey().text())).isEqualTo(WITNESS.witnessKey());
    }

    @Test
    void a_signature_is_no_cosignature_and_a_cosignature_no_signature() {
        assertThat(WITNESS.witnessKey().cosignature(CHECKPOINT)).isEmpty();
        assertThat(WITNESS.witnessKey().cosignature(WITNESS.sign(CHECKPOINT))).isEmpty();
        assertThat(WITNESS.verifierKey().verify(WITNESS.cosign(CHECKPOINT, THEN)))
                .isFalse();
        // The bytes of one under the key id of the other.
        var plain = WITNESS.sign(CHECKPOINT).signatures().getLast();
        var asWitness = WITNESS.witnessKey().noteKey();
        assertThat(WITNESS.witnessKey()
                        .cosignature(CHECKPOINT.with(NoteSignature.of(asWitness, new byte[8], plain.bytes()))))
                .isEmpty();
        assertThat(WITNESS.witnessKey().cosignature(CHECKPOINT.with(NoteSignature.of(asWitness, plain.bytes()))))
                .isEmpty();
        assertThat(WITNESS.witnessKey().cosignature(CHECKPOINT.with(NoteSignature.of(asWitness, new byte[8]))))
                .isEmpty();
        assertThat(WITNESS.witnessKey().cosignature(CHECKPOINT.with(NoteSignature.of(asWitness, new byte[1]))))
                .isEmpty();
    }

    @Test
    void the_time_counts_and_lies_after_1970() {
        var bytes = WITNESS.cosign(CHECKPOINT, THEN).signatures().getLast().bytes();
        bytes[7] ^= 1;
        var witness = WITNESS.witnessKey();
        assertThat(witness.cosignature(CHECKPOINT.with(NoteSignature.of(witness.noteKey(), bytes))))
                .isEmpty();
        bytes[0] = (byte) 0x80;
        assertThat(witness.cosignature(CHECKPOINT.with(NoteSignature.of(witness.noteKey(), bytes))))
                .isEmpty();

        var seed =
                Arrays.copyOfRange(NoteText.base64("key", WITNESS.secretText().split("\\+", 5)[4]), 1, 33);
        var signature = Ed25519.sign(Ed25519.privateKey(seed), WitnessKey.message(CHECKPOINT, -1));
        assertThat(witness.cosignature(CHECKPOINT.with(NoteSignature.of(
                        witness.noteKey(),
                        ByteBuffer.allocate(Long.BYTES).putLong(-1).array(),
                        signature))))
                .isEmpty();
        assertThatThrownBy(() -> WITNESS.cosign(CHECKPOINT, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(witness.cosignature(WITNESS.cosign(CHECKPOINT, Long.MAX_VALUE)))
                .contains(new Cosignature(witness, Long.MAX_VALUE));
    }

    @Test
    void of_several_cosignatures_of_a_witness_the_latest_counts_if_all_are_true() {
        var early = WITNESS.cosign(CHECKPOINT, THEN).signatures().getLast();
        var late = WITNESS.cosign(CHECKPOINT, THEN + 1).signatures().getLast();
        var forged = NoteSignature.of(WITNESS.witnessKey().noteKey(), new byte[72]);
        var witness = WITNESS.witnessKey();

        assertThat(witness.cosignature(new SignedNote(CHECKPOINT.text(), List.of(late, early))))
                .contains(new Cosignature(witness, THEN + 1));
        assertThat(witness.cosignature(new SignedNote(CHECKPOINT.text(), List.of(late, forged))))
                .isEmpty();
    }

    @Test
    void only_a_checkpoint_is_cosigned() {
        var note = OURS.sign("cosignature/v1\ntime 1\n");

        assertThatThrownBy(() -> WITNESS.cosign(note, THEN)).isInstanceOf(IllegalArgumentException.class);
    }
}
