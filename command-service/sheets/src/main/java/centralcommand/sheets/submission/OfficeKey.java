package centralcommand.sheets.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of an office, in the form of the keys of the ledger (golang.org/x/mod/sumdb/note, Ed25519):
 * {@code name+key id+base64 of 0x01 and the key}.
 *
 * @param name of the office: no blanks, no plus
 * @param raw 32 bytes
 */
public record OfficeKey(String name, byte[] raw) {
    static final int KEY_BYTES = 32;
    static final byte TYPE = 1;
    static final String NAME_FORM = "[A-Za-z0-9][A-Za-z0-9._/-]{0,99}";

    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID_BYTES = 4;

    public OfficeKey {
        if (!name.matches(NAME_FORM)) {
            throw new IllegalArgumentException(
                    "The name of an office has letters, digits, points, slashes and hyphens only, for example doe-lpo.");
        }
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 public key has 32 bytes.");
        }
        raw = raw.clone();
    }

    static OfficeKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "The key is not written as name, key id and base64 with a plus between them.");
        }
        byte[] material = decoded(parts[2]);
        if (material.length != 1 + KEY_BYTES || material[0] != TYPE) {
            throw new IllegalArgumentException("The key is not an Ed25519 key: it was changed or cut off.");
        }
        OfficeKey key = new OfficeKey(parts[0], Arrays.copyOfRange(material, 1, material.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException(
                    "The key was changed: its name, its id and the key itself do not belong together.");
        }
        return key;
    }

    /** What was written in base64; nothing where it is none, so that it fails for its length. */
    static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    /** As it is written into files. */
    public String text() {
        byte[] material = new byte[1 + KEY_BYTES];
        material[0] = TYPE;
        System.arraycopy(raw, 0, material, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    /** By which people compare keys: the first 16 bytes of its SHA-256, in groups. */
    public String fingerprint() {
        String hex = HexFormat.of().formatHex(sha256(raw), 0, 16);
        return hex.replaceAll("(.{4})(?!$)", "$1-");
    }

    byte[] id() {
        byte[] named = Arrays.copyOf((name + "\n").getBytes(UTF_8), name.getBytes(UTF_8).length + 2 + KEY_BYTES);
        named[named.length - KEY_BYTES - 1] = TYPE;
        System.arraycopy(raw, 0, named, named.length - KEY_BYTES, KEY_BYTES);
        return Arrays.copyOf(sha256(named), ID_BYTES);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
            System.arraycopy(raw, 0, encoded, PREFIX.length, KEY_BYTES);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException
                | java.security.spec.InvalidKeySpecException
                | java.security.InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK verifies Ed25519.", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfficeKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }
}
