package centralcommand.plans.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What schedules come in beside Microsoft Project XML, by the first bytes, and what to export instead. */
final class OtherFormats {
    private static final String INSTEAD = " Save it as XML (*.xml) in Microsoft Project and upload that.";
    private static final String BASELINES = ", and promises are measured from baselines.";
    private static final String FROM_PRIMAVERA =
            " Export Microsoft Project XML from Primavera (File, Export, Microsoft Project), with the baseline assigned.";

    private OtherFormats() {}

    /** Why the file is not taken; null where it may be XML. */
    static @Nullable String sentence(byte[] bytes) {
        if (bytes.length == 0) {
            return "The file is empty. Export the schedule again.";
        }
        if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "This is a binary Microsoft Project file (MPP) or an old Office file." + INSTEAD;
        }
        if (begins(bytes, "ERMHDR")) {
            return "This is a Primavera XER file: it carries no baseline" + BASELINES + FROM_PRIMAVERA;
        }
        if (begins(bytes, "MPX")) {
            return "This is an MPX file, a format of the 1990s without most baselines." + INSTEAD;
        }
        if (begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 0x1F, 0x8B)) {
            return "This is a compressed file. Take the schedule out of it, or export Microsoft Project XML, and upload that.";
        }
        if (begins(bytes, "SQLite format 3") || begins(bytes, "%PDF")) {
            return "This is a database or a document, not a schedule file. Export Microsoft Project XML (*.xml).";
        }
        return null;
    }

    /** Why an XML file with this first element is not taken. */
    static String sentenceForRoot(String root) {
        return root.equals("APIBusinessObjects")
                ? "This is Primavera XML (PMXML): where its baseline project is missing, the current dates come out as the baseline"
                        + BASELINES
                        + FROM_PRIMAVERA
                : "This is XML, but not a Microsoft Project schedule: it begins with <"
                        + (root.length() > 60 ? root.substring(0, 60) + "…" : root) + ">."
                        + INSTEAD;
    }

    private static boolean begins(byte[] bytes, String text) {
        byte[] head = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= head.length && Arrays.equals(head, 0, head.length, bytes, 0, head.length);
    }

    private static boolean begins(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int at = 0; at < head.length; at++) {
            if ((bytes[at] & 0xFF) != head[at]) {
                return false;
            }
        }
        return true;
    }
}
