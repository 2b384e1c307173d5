package centralcommand.benchmarks;

import java.util.Map;

/** One event that is to be recorded by itself, for one command; each engine turns it into its own form, and that is measured too. */
record Draft(
        String stream,
        long sequence,
        String eventId,
        String commandId,
        ForecastReported event,
        Map<String, String> metadata) {}
