package centralcommand.sheets.submission;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The private key of an office. Its file has two lines: the private key in the form of the ledger's keys
 * ({@code PRIVATE+KEY+name+key id+base64 of 0x01 and the seed}), and the public key that belongs to it.
 */
final class OfficeSigner {
    private static final String BEGINNING = "PRIVATE+KEY+";
    private static final byte[] PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final OfficeKey key;

    private OfficeSigner(byte[] seed, OfficeKey key) {
        this.seed = seed;
        this.key = key;
    }

    static OfficeSigner generate(String office) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new OfficeSigner(
                    last(pair.getPrivate().getEncoded()),
                    new OfficeKey(office, last(pair.getPublic().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes Ed25519 keys.", e);
        }
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - OfficeKey.KEY_BYTES, encoded.length);
    }

    /** @throws IllegalArgumentException with a sentence that does not repeat the key */
    static OfficeSigner parse(String file) {
        String[] lines = file.strip().split("\n", -1);
        if (lines.length != 2 || !lines[0].startsWith(BEGINNING)) {
            throw new IllegalArgumentException(
                    "This is no key file: it should have a private and a public key, made by new-key.");
        }
        String[] parts = lines[0].strip().substring(BEGINNING.length()).split("\\+", 3);
        OfficeKey key = OfficeKey.parse(lines[1].strip());
        byte[] material = parts.length == 3 ? OfficeKey.decoded(parts[2]) : new byte[0];
        if (material.length != 1 + OfficeKey.KEY_BYTES || material[0] != OfficeKey.TYPE) {
            throw new IllegalArgumentException("The private key in the file is not an Ed25519 key.");
        }
        OfficeSigner signer = new OfficeSigner(Arrays.copyOfRange(material, 1, material.length), key);
        byte[] probe = key.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (!key.verifies(probe, signer.sign(probe))) {
            throw new IllegalArgumentException("The two keys in the file do not belong together.");
        }
        return signer;
    }

    OfficeKey key() {
        return key;
    }

    String fileText() {
        byte[] material = new byte[1 + OfficeKey.KEY_BYTES];
        material[0] = OfficeKey.TYPE;
        System.arraycopy(seed, 0, material, 1, OfficeKey.KEY_BYTES);
        return BEGINNING + key.name() + "+" + HexFormat.of().formatHex(key.id()) + "+"
                + Base64.getEncoder().encodeToString(material) + "\n" + key.text() + "\n";
    }

    byte[] sign(byte[] message) {
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + OfficeKey.KEY_BYTES);
            System.arraycopy(seed, 0, encoded, PREFIX.length, OfficeKey.KEY_BYTES);
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with Ed25519.", e);
        }
    }
}
