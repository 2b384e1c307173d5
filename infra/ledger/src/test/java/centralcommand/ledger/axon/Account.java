package centralcommand.ledger.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.EventNames.Name;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The smallest aggregate that can be opened, changed, and refuse. */
class Account {
    record Open(@TargetAggregateIdentifier String account) {}

    record Deposit(@TargetAggregateIdentifier String account, int amount) {}

    record Opened(String account) {}

    record Deposited(String account, int amount) {}

    static final EventNames NAMES = EventNames.of(
            Map.of(Opened.class, new Name("account-opened", 1), Deposited.class, new Name("money-deposited", 2)));

    static final EventCodec CODEC = new EventCodec(JsonMapper.builder().build(), NAMES);

    @AggregateIdentifier
    private @Nullable String account;

    int balance;

    Account() {}

    @CommandHandler
    Account(Open command) {
        apply(new Opened(command.account()));
    }

    @CommandHandler
    int handle(Deposit command) {
        if (command.amount() < 0) {
            throw new IllegalArgumentException("A deposit adds something.");
        }
        if (command.amount() > 0) {
            apply(new Deposited(command.account(), command.amount()));
        }
        return balance;
    }

    @EventSourcingHandler
    void on(Opened event) {
        account = event.account();
    }

    @EventSourcingHandler
    void on(Deposited event) {
        balance += event.amount();
    }
}
