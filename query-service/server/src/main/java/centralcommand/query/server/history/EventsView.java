package centralcommand.query.server.history;

import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.history.LedgerState;
import centralcommand.query.contract.history.LedgerState.TypeCount;
import centralcommand.query.contract.history.Seal;
import centralcommand.query.server.portfolio.Index;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Seals;
import centralcommand.query.server.view.Sight;
import io.vavr.collection.Iterator;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events one after the other, and where the ledger stands. */
final class EventsView {
    private static final int USUAL = 100;

    private EventsView() {}

    static Events of(Sight sight, Log log, EventFilter filter, @Nullable Long after, @Nullable String order, int most) {
        Iterator<Long> positions = positions(sight, filter, after, order);
        List<EventRow> rows = new EventRows(sight, log).first(positions, most + 1);
        boolean more = rows.size() > most;
        List<EventRow> page = more ? rows.subList(0, most) : rows;
        return new Events(
                sight.standpoint(), List.copyOf(page), more ? page.getLast().position() : null);
    }

    /** All rows that are asked for, each read when it is taken. */
    static Iterator<EventRow> all(
            Sight sight, Log log, EventFilter filter, @Nullable Long after, @Nullable String order) {
        EventRows rows = new EventRows(sight, log);
        return positions(sight, filter, after, order)
                .map(rows::at)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static Iterator<Long> positions(
            Sight sight, EventFilter filter, @Nullable Long after, @Nullable String order) {
        return switch (order == null ? "asc" : order) {
            case "asc" -> up(sight, filter, after);
            case "desc" -> down(sight, filter, after);
            default -> throw new BadQuery("order", "“" + order + "” is no order: give asc or desc.");
        };
    }

    static int most(@Nullable Integer limit) {
        return new Page.Request(null, limit).most(USUAL);
    }

    private static Iterator<Long> up(Sight sight, EventFilter filter, @Nullable Long after) {
        long from = after == null ? 1 : after + 1;
        Vector<Long> candidates = filter.candidates(sight.world().index());
        return candidates == null
                ? Iterator.rangeClosed(from, sight.standpoint().position())
                : candidates.iterator().filter(position -> position >= from);
    }

    private static Iterator<Long> down(Sight sight, EventFilter filter, @Nullable Long after) {
        long from = after == null || after == 0 ? sight.standpoint().position() : after - 1;
        Vector<Long> candidates = filter.candidates(sight.world().index());
        return candidates == null
                ? Iterator.rangeClosedBy(from, 1L, -1L)
                : candidates.reverseIterator().filter(position -> position <= from);
    }

    /** @param live where the ledger stands now, wherever the viewer looks from */
    static LedgerState state(Sight sight, Sight live, Seals seals) {
        Seal seal = seals.latest();
        return new LedgerState(
                sight.standpoint(),
                live.world().position(),
                live.world().recordedAt(),
                seals.commits(),
                seal,
                Proved.inWords(live.world().position(), seal, seals.alarm()),
                sight.world().index().types().stream()
                        .map(type -> new TypeCount(
                                type, sight.world().index().at(Index.type(type)).count(sight::shows)))
                        .filter(count -> count.events() > 0)
                        .toList());
    }
}
