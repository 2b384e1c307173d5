package centralcommand.benchmarks;

import java.util.Map;
import java.util.function.Supplier;

/** The events of a number of streams, in the order of their sequences. Each stream may be used by one caller at a time. */
final class Drafts {
    static final String ACTOR = "kim.ortega";
    private static final String AGENCY = "defense-logistics-agency";

    private final Supplier<String> ids;
    private final long[] next;

    Drafts(int streams, Supplier<String> ids) {
        this.ids = ids;
        this.next = new long[streams];
    }

    int streams() {
        return next.length;
    }

    Draft next(int stream) {
        var sequence = next[stream]++;
        var commandId = ids.get();
        return new Draft(
                "program/" + stream,
                sequence,
                ids.get(),
                commandId,
                ForecastReported.of(stream, sequence),
                Map.of("actor", ACTOR, "agency", AGENCY, "command", commandId));
    }
}
