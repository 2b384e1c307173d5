package centralcommand.ledger.axon;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.axon.AxonEventStoreKitTest.NotHere;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** Axon's own tests of its event store, on the ledger. */
@ExtendWith(NotHere.class)
class AxonEventStoreKitTest extends EmbeddedEventStoreTest {
    @TempDir
    private Path folder;

    /** Closed after the kit has shut its event store down, which still reads. */
    @AutoClose
    private @Nullable Ledger ledger;

    @Override
    public EventStorageEngine createStorageEngine() {
        var opened = open(folder);
        ledger = opened;
        return LedgerEventStorageEngine.builder()
                .ledger(opened)
                .codec(AxonEngineKitTest.CODEC)
                .build();
    }

    Ledger open(Path folder) {
        return SqliteLedger.open(folder.resolve("ledger.sqlite"), new SteppingClock());
    }

    /** The kit's methods are private to its package, so they cannot be overridden with a reason of their own. */
    static final class NotHere implements ExecutionCondition {
        private static final Map<String, String> REASONS = Map.of(
                "loadWithSnapshot", "The ledger keeps no snapshots: decision 0014.",
                "loadWithFailingSnapshot", "The ledger keeps no snapshots: decision 0014.",
                "readingIsBlockedWhenEndOfStreamIsReached",
                        "It wants the first event within 100 ms of starting a thread, which a busy machine does not promise.",
                "eventPublishedAfterOpeningStreamIsPassedToReaderImmediately",
                        "It wants an event within 100 ms of a first append, which a busy machine does not promise; LedgerMessageSourceTest shows that readers are woken.",
                "consumerStopsTailingWhenItFallsBehindTheCache",
                        "It waits with a library inside Testcontainers 1.x, which is not on our class path.");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var reason = context.getTestMethod().map(method -> REASONS.get(method.getName()));
            return reason.map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("It holds here."));
        }
    }
}
