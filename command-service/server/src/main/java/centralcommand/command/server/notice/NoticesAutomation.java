package centralcommand.command.server.notice;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.catalog.CommandCatalog.CommandType;
import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeLapsedPause;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeMissedDate;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Washington;
import centralcommand.command.server.dispatch.Answer;
import centralcommand.command.server.dispatch.CommandDispatch;
import centralcommand.command.server.dispatch.LiveDirectory;
import centralcommand.command.server.dispatch.Order;
import centralcommand.command.server.program.Programs;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives every notice that is due: a function of the ledger and today's date. It stores nothing of its own, so it may be started anywhere,
 * run twice and killed between; the id of each command follows from what it says, and the rule gives nothing twice.
 */
public final class NoticesAutomation {
    /** So that a long absence is caught up in pieces, with others in between. */
    static final int MOST_PER_RUN = 200;

    private static final int BATCH = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(NoticesAutomation.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger;
    private final EventCodec codec;
    private final LiveDirectory directory;
    private final CommandDispatch dispatch;
    private final Clock clock;
    private Programs programs = Programs.NONE;

    public NoticesAutomation(
            Ledger ledger, EventCodec codec, LiveDirectory directory, CommandDispatch dispatch, Clock clock) {
        this.ledger = ledger;
        this.codec = codec;
        this.directory = directory;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * Gives what is due, {@value #MOST_PER_RUN} notices at most.
     *
     * @return whether more are due
     */
    public synchronized boolean run() {
        catchUp();
        LocalDate today = Washington.today(clock);
        List<ActivityCommand> due = programs.due(directory.upToDate(), today);
        due.stream().limit(MOST_PER_RUN).forEach(this::give);
        return due.size() > MOST_PER_RUN;
    }

    private void catchUp() {
        List<RecordedEvent> batch;
        do {
            batch = ledger.read(programs.position(), BATCH);
            for (RecordedEvent recorded : batch) {
                programs = programs.evolve(LiveDirectory.fact(recorded, codec));
            }
        } while (batch.size() == BATCH);
    }

    private void give(ActivityCommand notice) {
        Order order = order(notice);
        String id = order.authorship().commandId();
        switch (dispatch.carryOut(order)) {
            case Answer.Done done -> LOG.info("Notice {} is on record at position {}", id, done.position());
            case Answer.Refused refused ->
                // Somebody was faster: it was true when it was looked for, and is no longer.
                LOG.info("Notice {} was not given: {}", id, refused.rejection().sentence());
            case Answer.IdUsed used ->
                throw new IllegalStateException("The id of notice " + id + " stands for another command.");
            case Answer.TooManyRefusals refused ->
                throw new IllegalStateException("Refusals of the system are not counted.");
            case Answer.Foreseen foreseen -> throw new IllegalStateException("Notice " + id + " was only rehearsed.");
            case Answer.WouldBeRefused refused ->
                throw new IllegalStateException("Notice " + id + " was only rehearsed.");
            case Answer.Busy busy ->
                throw new IllegalStateException("Others kept getting in between notice " + id + " and the ledger.");
        }
    }

    static Order order(ActivityCommand notice) {
        String name = CommandCatalog.NOTICES.stream()
                .filter(type -> type.type().equals(notice.getClass()))
                .map(CommandType::name)
                .collect(Collectors.joining());
        String body = JSON.writeValueAsString(notice);
        Authorship authorship = new Authorship(
                Programs.SYSTEM.subject(), null, List.copyOf(Programs.SYSTEM.roles()), idOf(notice), name);
        return new Order(
                notice,
                authorship,
                body,
                Order.hash(name, body.getBytes(StandardCharsets.UTF_8)),
                OptionalLong.empty());
    }

    private static String idOf(ActivityCommand notice) {
        return switch (notice) {
            case NoticeMissedDate c -> "missed:%s:%s".formatted(c.milestoneId(), c.promised());
            case NoticeLapsedPause c -> "lapsed:%s:%s".formatted(c.milestoneId(), c.renewedUntil());
            default -> throw new IllegalArgumentException("No notice: " + notice);
        };
    }
}
