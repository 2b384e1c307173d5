package centralcommand.plans.proposal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which file it was.
 *
 * @param name without folders, shortened
 * @param sha256 of its bytes, in hexadecimal
 */
public record PlanFile(String name, String sha256) {
    private static final int LONGEST = 120;

    public static PlanFile of(String givenName, byte[] bytes) {
        String name = givenName
                .substring(Math.max(givenName.lastIndexOf('/'), givenName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        String shown = name.isEmpty() ? "schedule.xml" : name;
        return new PlanFile(shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…", hash(bytes));
    }

    /** As the source of what is recorded from it. */
    public String source() {
        return name + ", SHA-256 " + sha256;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
