package centralcommand.command.server.notice;

import centralcommand.command.server.dispatch.CommandDispatch;
import centralcommand.command.server.dispatch.LiveDirectory;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every process that takes commands gives notices too: they need no one place, because none is given twice. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    NoticesAutomation noticesAutomation(
            Ledger ledger,
            EventCodec eventCodec,
            LiveDirectory liveDirectory,
            CommandDispatch commandDispatch,
            Clock clock) {
        return new NoticesAutomation(ledger, eventCodec, liveDirectory, commandDispatch, clock);
    }

    @Bean
    WhenDayOrLedgerMovesThenGiveNoticesAutomation giveNotices(
            NoticesAutomation noticesAutomation,
            Ledger ledger,
            Clock clock,
            @Value("${central-command.notices.every}") Duration every) {
        return new WhenDayOrLedgerMovesThenGiveNoticesAutomation(noticesAutomation, ledger, clock, every);
    }
}
