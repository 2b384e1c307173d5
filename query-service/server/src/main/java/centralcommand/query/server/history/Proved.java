package centralcommand.query.server.history;

import centralcommand.query.contract.history.Seal;
import centralcommand.query.contract.history.Seal.Witnessed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the seal of the ledger proves, and what it does not, in sentences that claim nothing more. */
final class Proved {
    private Proved() {}

    static String inWords(long head, @Nullable Seal seal, @Nullable String alarm) {
        if (alarm != null) {
            return "Alarm: this is not the ledger that was signed for. " + alarm;
        }
        if (seal == null) {
            return "Every event is chained to all before it. Nothing is signed yet, so whoever can write to the ledger could still"
                    + " make another chain.";
        }
        return "Every event is chained to all before it, and events 1 to %d are sealed under the root %s…, signed for this ledger. %s %s That what was recorded is true is not proved by any of this."
                .formatted(seal.position(), seal.root().substring(0, 16), outside(seal), since(head, seal))
                .replace("  ", " ");
    }

    private static String outside(Seal seal) {
        return seal.witnesses().isEmpty()
                ? "No witness outside has confirmed it: whoever has both the ledger and its key could write another history, which"
                        + " only a checkpoint that you keep elsewhere would show."
                : "Confirmed by %s: nothing up to there can be altered, removed or added without their noticing."
                        .formatted(
                                seal.witnesses().stream().map(Witnessed::name).collect(Collectors.joining(" and ")));
    }

    private static String since(long head, Seal seal) {
        long events = head - seal.position();
        if (events <= 0) {
            return "";
        }
        return events == 1
                ? "The one event since then is not sealed yet."
                : "The %d events since then are not sealed yet.".formatted(events);
    }
}
