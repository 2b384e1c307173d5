package centralcommand.command.server.dispatch;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.axon.LedgerEventStorageEngine;
import centralcommand.ledger.location.LedgerLocation;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the ledger, Axon and the rules together. */
@Configuration(proxyBeanMethods = false)
class WriteSideConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where the service starts alone it keeps its own ledger; otherwise it is given one. */
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
    EventStorageEngine eventStorageEngine(Ledger ledger, EventCodec eventCodec) {
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .codec(eventCodec)
                .build();
    }

    @Bean
    AggregateCache aggregateCache(Ledger ledger) {
        return new AggregateCache(ledger);
    }

    @Bean
    LiveDirectory liveDirectory(Ledger ledger, EventCodec eventCodec) {
        return new LiveDirectory(ledger, eventCodec);
    }

    @Bean
    Contexts contexts(Clock clock, LiveDirectory liveDirectory) {
        return new Contexts(clock, liveDirectory::upToDate);
    }

    @Bean
    CommandTargets commandTargets() {
        return new CommandTargets();
    }

    /** Events carry who made them, and nothing else of their command's metadata. */
    @Bean
    CorrelationDataProvider authorship() {
        return message -> CommandMetadata.authorship(message.getMetaData()).toMetadata();
    }

    @Bean
    CommandDispatch commandDispatch(
            CommandBus commandBus, Ledger ledger, EventCodec eventCodec, CommandDispatch.RefusalLimit refusalLimit) {
        // First of all, so that whatever is done for a rehearsed command is rolled back.
        commandBus.registerHandlerInterceptor(new RehearsalInterceptor());
        commandBus.registerHandlerInterceptor(new AuthorizationInterceptor());
        commandBus.registerHandlerInterceptor(new CommandKeyInterceptor());
        commandBus.registerHandlerInterceptor(new UnknownAggregateInterceptor());
        return new CommandDispatch(commandBus, ledger, eventCodec, refusalLimit);
    }
}
