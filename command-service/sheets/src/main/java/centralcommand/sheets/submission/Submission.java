package centralcommand.sheets.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.sheets.Line;
import centralcommand.sheets.Reading;
import centralcommand.sheets.SheetReader;
import centralcommand.sheets.SheetWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed sheet: a signed note (C2SP signed-note) whose text is a head of four lines, an empty line, and the rows as CSV. Its lines end with a
 * line feed alone. Mail gateways and editors write others, so a file whose lines end with carriage return and line feed, or that begins with a
 * byte order mark, is set back to that form before it is looked at: what is signed, and what is read, is that form alone.
 *
 * @param office who signed, as its key is named
 * @param fileName of the sheet that was signed
 * @param sha256 of that sheet, in hexadecimal
 * @param key the public key by which the signature holds
 * @param rows the rows as CSV
 */
public record Submission(String office, String fileName, String sha256, OfficeKey key, String rows) {
    private static final String FIRST_LINE = "central-command/submission/1";
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;
    private static final String DASH = "\u2014 ";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String MALFORMED =
            "This is no submission file as infra/submission makes it: it was changed or cut off. Ask the office to send it again.";

    /** Whether a file claims to be one; whether it holds is for {@link #open} to say. */
    public static boolean is(byte[] bytes) {
        return beginsWith(bytes, FIRST_LINE + "\n") || isRewritten(bytes);
    }

    private static boolean isRewritten(byte[] bytes) {
        return beginsWith(bytes, FIRST_LINE + "\r\n") || beginsWith(bytes, BYTE_ORDER_MARK + FIRST_LINE);
    }

    private static boolean beginsWith(byte[] bytes, String text) {
        byte[] beginning = text.getBytes(UTF_8);
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The file as it was signed, whatever line ends it came with. */
    public static byte[] asSigned(byte[] bytes) {
        if (!isRewritten(bytes)) {
            return bytes;
        }
        String text = new String(bytes, UTF_8).replace("\r\n", "\n");
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).getBytes(UTF_8);
    }

    static byte[] sign(OfficeSigner signer, String fileName, byte[] sheet, List<Line> lines) {
        OfficeKey key = signer.key();
        String text = String.join(
                        "\n",
                        FIRST_LINE,
                        "file " + fileName.replaceAll("\\p{Cntrl}", " "),
                        "sha256 " + HexFormat.of().formatHex(OfficeKey.sha256(sheet)),
                        "key " + key.text(),
                        "",
                        "")
                + SheetWriter.plain(lines).replace("\r\n", "\n").replace('\r', '\n');
        byte[] signature = signer.sign(text.getBytes(UTF_8));
        byte[] material = Arrays.copyOf(key.id(), ID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature, 0, material, ID_BYTES, SIGNATURE_BYTES);
        return (text + "\n" + DASH + key.name() + " " + Base64.getEncoder().encodeToString(material) + "\n")
                .getBytes(UTF_8);
    }

    /**
     * Opens a submission file.
     *
     * @throws IllegalArgumentException with a sentence for a person, if it is none or its signature does not hold
     */
    public static Submission open(byte[] bytes) {
        if (bytes.length > SheetReader.MOST_BYTES) {
            throw new IllegalArgumentException("The submission file is too large. Send the sheet in several parts.");
        }
        return opened(asSigned(bytes));
    }

    private static Submission opened(byte[] bytes) {
        String note = new String(bytes, UTF_8);
        int end = note.lastIndexOf("\n\n" + DASH);
        int head = note.indexOf("\n\n");
        if (!is(bytes) || end < 0 || head < 0 || head > end || !Arrays.equals(note.getBytes(UTF_8), bytes)) {
            throw new IllegalArgumentException(MALFORMED);
        }
        String text = note.substring(0, end + 1);
        String[] lines = text.substring(0, head).split("\n", -1);
        if (lines.length != 4) {
            throw new IllegalArgumentException(MALFORMED);
        }
        String fileName = after("file ", lines[1]);
        String sha256 = after("sha256 ", lines[2]);
        OfficeKey key = OfficeKey.parse(after("key ", lines[3]));
        if (!sha256.matches("[0-9a-f]{64}") || fileName.length() > 200) {
            throw new IllegalArgumentException(MALFORMED);
        }
        requireSigned(key, text, note.substring(end + 2));
        return new Submission(key.name(), fileName, sha256, key, text.substring(head + 2));
    }

    private static String after(String beginning, String line) {
        if (!line.startsWith(beginning)) {
            throw new IllegalArgumentException(MALFORMED);
        }
        return line.substring(beginning.length());
    }

    private static void requireSigned(OfficeKey key, String text, String signatureLine) {
        String beginning = DASH + key.name() + " ";
        byte[] material = signatureLine.startsWith(beginning)
                ? OfficeKey.decoded(signatureLine.substring(beginning.length()).stripTrailing())
                : new byte[0];
        if (material.length != ID_BYTES + SIGNATURE_BYTES) {
            throw new IllegalArgumentException(
                    "The last line, with the signature, was changed or cut off. Ask the office to send the file again.");
        }
        boolean signed = Arrays.equals(material, 0, ID_BYTES, key.id(), 0, ID_BYTES)
                && key.verifies(text.getBytes(UTF_8), Arrays.copyOfRange(material, ID_BYTES, material.length));
        if (!signed) {
            throw new IllegalArgumentException(
                    "The signature does not hold: the file was changed after it was signed. Ask the office to send it again.");
        }
    }

    /** Its rows, read as those of every sheet. */
    public Reading reading() {
        return SheetReader.read(rows.getBytes(UTF_8));
    }
}
