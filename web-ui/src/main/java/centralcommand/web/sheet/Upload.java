package centralcommand.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.sheets.Line;
import centralcommand.sheets.Reading;
import centralcommand.sheets.SheetReader;
import centralcommand.sheets.submission.Submission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was sent here, read.
 *
 * @param sha256 of the file as it was sent, or signed: names the upload, and makes the ids of its commands
 * @param mark names the file in the source of every entry
 * @param submission who signed it; absent for a plain sheet
 */
record Upload(
        String fileName,
        String sha256,
        String mark,
        @Nullable Submission submission,
        Reading reading) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 40;

    /** @throws IllegalArgumentException with a sentence, if it is a submission file whose signature does not hold */
    static Upload of(@Nullable String givenName, byte[] bytes) {
        String sha256 = sha256(Submission.asSigned(bytes));
        String fileName = named(givenName);
        if (!Submission.is(bytes)) {
            return new Upload(fileName, sha256, fileName + ", SHA-256 " + sha256, null, SheetReader.read(bytes));
        }
        Submission submission = Submission.open(bytes);
        String mark = named(submission.fileName()) + ", SHA-256 " + submission.sha256() + ", signed by "
                + submission.office() + ", key " + submission.key().fingerprint();
        return new Upload(fileName, sha256, mark, submission, submission.reading());
    }

    /** Under which the row is sent: the same row of the same file always has the same. */
    String commandId(Line line) {
        return "sheet-" + sha256((sha256 + "\n" + line.row()).getBytes(UTF_8)).substring(0, LONGEST_ID);
    }

    private static String named(@Nullable String given) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\[\\]]", " ")
                .strip();
        if (name.isEmpty()) {
            return "sheet";
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
