package centralcommand.benchmarks;

import java.time.LocalDate;

/** The event that every engine records: about 450 bytes of JSON, as an event of the program is. */
record ForecastReported(
        String programId,
        String milestoneId,
        String agency,
        LocalDate baseline,
        LocalDate forecast,
        String reason,
        String evidence) {
    private static final String REASON =
            "The separation line waits for the solvent extraction skid; the vendor has confirmed the new date of delivery, "
                    + "and the acceptance test of the furnace moves with it. No other milestone of this program is touched.";
    private static final LocalDate START = LocalDate.of(2026, 11, 2);

    static ForecastReported of(int stream, long sequence) {
        return new ForecastReported(
                "neodymium-magnets-" + stream,
                "separation-line-2-commissioned",
                "defense-logistics-agency",
                START,
                START.plusDays(sequence % 1_000),
                REASON,
                "letter-" + stream + "-" + sequence);
    }
}
