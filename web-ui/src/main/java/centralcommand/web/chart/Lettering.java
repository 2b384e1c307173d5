package centralcommand.web.chart;

/** How much room words take. The server has no font, so widths are estimates on the generous side. */
final class Lettering {
    /** Average advance of a letter, as part of the size of the letters. */
    private static final double ADVANCE = 0.5;

    private Lettering() {}

    static double width(String words, double size) {
        return words.codePointCount(0, words.length()) * size * ADVANCE;
    }

    /** The words if they fit, else their beginning and an ellipsis. The full words belong beside the picture. */
    static String fitting(String words, double size, double width) {
        if (width(words, size) <= width) {
            return words;
        }
        int letters = Math.max(1, (int) (width / (size * ADVANCE)) - 1);
        int end = words.offsetByCodePoints(0, Math.min(letters, words.codePointCount(0, words.length())));
        return words.substring(0, end).stripTrailing() + "…";
    }
}
