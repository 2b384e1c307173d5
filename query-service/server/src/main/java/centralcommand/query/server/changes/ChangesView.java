package centralcommand.query.server.changes;

import centralcommand.query.contract.history.Changes;
import centralcommand.query.contract.history.Changes.Change;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.server.history.EventRows;
import centralcommand.query.server.portfolio.Clearance;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Sight;
import io.vavr.collection.Iterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two standpoints of one viewer, and the events between them. */
public final class ChangesView {
    private ChangesView() {}

    /** @param after go on after this position in the list of events */
    public static Changes of(Sight from, Sight to, Log log, @Nullable Long after, int most) {
        long start = from.standpoint().position();
        long end = to.standpoint().position();
        if (start > end) {
            throw new BadQuery("from", "from lies after to: give the earlier moment first.");
        }
        Iterator<Long> between = Iterator.rangeClosed(Math.max(start, after == null ? 0 : after) + 1, end);
        List<EventRow> events = new EventRows(to, log).first(between, most + 1);
        boolean more = events.size() > most;
        List<EventRow> page = more ? events.subList(0, most) : events;
        return new Changes(
                to.standpoint(),
                start,
                end,
                changes(from, to),
                List.copyOf(page),
                more ? page.getLast().position() : null);
    }

    private static List<Change> changes(Sight from, Sight to) {
        Map<String, Figure> before = byKey(FiguresOf.sight(from));
        Map<String, Figure> after = byKey(FiguresOf.sight(to));
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            Figure then = before.get(key);
            Figure now = after.get(key);
            String was = then == null ? "" : then.value();
            String is = now == null ? "" : now.value();
            Figure named = now == null ? then : now;
            if (named != null && !was.equals(is)) {
                changes.add(new Change(
                        named.figure(), named.subject(), named.what(), was, is, causes(from, to, then, now)));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, Figure> byKey(List<Figure> figures) {
        Map<String, Figure> byKey = new LinkedHashMap<>();
        figures.forEach(figure -> byKey.put(figure.key(), figure));
        return byKey;
    }

    /** Entries that came into sight between the two, and acts between them that cleared an entry behind either figure. */
    private static List<Long> causes(Sight from, Sight to, @Nullable Figure then, @Nullable Figure now) {
        Set<Long> behind = new TreeSet<>();
        Stream.ofNullable(then).forEach(figure -> behind.addAll(figure.positions()));
        Stream.ofNullable(now).forEach(figure -> behind.addAll(figure.positions()));
        Clearance clearance = to.portfolio().clearance();
        long start = from.standpoint().position();
        TreeSet<Long> causes = new TreeSet<>();
        for (long position : behind) {
            if (!from.shows(position) && to.shows(position)) {
                causes.add(position);
            }
            clearance
                    .clearanceOf(position)
                    .map(Fact::position)
                    .filter(act -> act > start)
                    .ifPresent(causes::add);
        }
        return List.copyOf(causes);
    }
}
