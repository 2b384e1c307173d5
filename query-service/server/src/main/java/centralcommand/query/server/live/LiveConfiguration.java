package centralcommand.query.server.live;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.axon.LedgerMessageSource;
import centralcommand.ledger.location.LedgerLocation;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the ledger and the fold together. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
    private static final int BATCH = 500;
    private static final int STRIDE = 25;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where the service starts alone it opens the ledger itself; otherwise it is given the ledger. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(Ledger.class)
    Ledger ledger(@Value("${central-command.ledger}") String location, Clock clock) {
        return LedgerLocation.open(location, clock);
    }

    @Bean
    EventCodec eventCodec() {
        Map<Class<?>, EventNames.Name> names = EventCatalog.EVENTS.stream()
                .collect(Collectors.toMap(
                        EventCatalog.StoredName::type,
                        stored -> new EventNames.Name(stored.name(), stored.revision())));
        return new EventCodec(JsonMapper.builder().build(), EventNames.of(names));
    }

    @Bean
    FactReader factReader(Ledger ledger, EventCodec codec) {
        return new FactReader(ledger, codec);
    }

    @Bean
    Timeline timeline(FactReader facts) {
        return new Timeline(facts, STRIDE);
    }

    @Bean
    LedgerFollower ledgerFollower(Timeline timeline, EventCodec codec) {
        return new LedgerFollower(timeline, codec);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService foldExecutor() {
        // One thread reads ahead, one folds.
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("fold-", 0).factory());
    }

    /** One segment: the fold is one value, so there is nothing to divide. */
    @Bean(initMethod = "start", destroyMethod = "shutDown")
    PooledStreamingEventProcessor foldProcessor(
            Ledger ledger,
            EventCodec codec,
            Clock clock,
            Timeline timeline,
            LedgerFollower follower,
            ScheduledExecutorService foldExecutor) {
        return PooledStreamingEventProcessor.builder()
                .name("portfolio")
                .eventHandlerInvoker(follower)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(new LedgerMessageSource(ledger, codec, clock))
                .tokenStore(new FoldTokens(timeline))
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(foldExecutor)
                .workerExecutor(foldExecutor)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .build();
    }

    @Bean
    FoldHealth foldHealthIndicator(
            Ledger ledger,
            Timeline timeline,
            LedgerFollower follower,
            PooledStreamingEventProcessor processor,
            Clock clock) {
        return new FoldHealth(ledger, timeline, follower, processor, clock);
    }
}
