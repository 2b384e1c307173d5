package centralcommand.plans.proposal;

/** Numbers as they are written in sentences. */
final class Words {
    private Words() {}

    static String workingDays(int days) {
        return "%,d working %s".formatted(days, Math.abs(days) == 1 ? "day" : "days");
    }
}
