package centralcommand.command.server.api;

import centralcommand.ledger.Ledger;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the command API together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    CommandForms commandForms() {
        return new CommandForms();
    }

    @Bean
    CommandIds commandIds(Clock clock) {
        return new CommandIds(clock);
    }

    @Bean
    Limits limits(
            @Value("${central-command.limits.commands-per-second}") long commandsPerSecond,
            @Value("${central-command.limits.command-burst}") long commandBurst,
            @Value("${central-command.limits.refusals-per-minute}") long refusalsPerMinute) {
        return new Limits(commandsPerSecond, commandBurst, refusalsPerMinute);
    }

    @Bean("ledgerHealthIndicator")
    LedgerHealth ledgerHealth(Ledger ledger, Clock clock) {
        return new LedgerHealth(ledger, clock);
    }
}
