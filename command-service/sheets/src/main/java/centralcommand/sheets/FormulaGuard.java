package centralcommand.sheets;

/** Keeps spreadsheet programs from running text as a formula: such cells of CSV begin with an apostrophe, which is taken off again. */
final class FormulaGuard {
    private static final String RUN = "=+-@\t\r";

    private FormulaGuard() {}

    static String guarded(String text) {
        return runs(text) || (text.startsWith("'") && runs(text.substring(1))) ? "'" + text : text;
    }

    static String taken(String text) {
        if (!text.startsWith("'")) {
            return text;
        }
        String rest = text.substring(1);
        return runs(rest) || (rest.startsWith("'") && runs(rest.substring(1))) ? rest : text;
    }

    private static boolean runs(String text) {
        return !text.isEmpty() && RUN.indexOf(text.charAt(0)) >= 0;
    }
}
