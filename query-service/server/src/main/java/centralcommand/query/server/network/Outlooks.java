package centralcommand.query.server.network;

import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The networks that follow from one portfolio: as it is, and as those see it who may not know all of it yet. */
final class Outlooks {
    private static final int MOST_KEPT = 16;

    private final Map<Viewpoint, Outlook> shown = new LinkedHashMap<>();
    private final Map<LocalDate, Outlook> whole = new LinkedHashMap<>();
    private @Nullable Outlook latest;

    /**
     * Whose eyes, and when.
     *
     * @param agency whose milestones hide nothing from it; none where absent
     * @param day by what is recorded
     * @param depth of looking back
     */
    record Viewpoint(@Nullable Agency agency, LocalDate day, LocalDate today, int depth) {}

    private Outlooks(@Nullable Outlook before) {
        latest = before;
    }

    static Outlooks of(Portfolio portfolio) {
        return portfolio.derived(Outlooks.class, before -> new Outlooks(before == null ? null : before.latest()));
    }

    private synchronized @Nullable Outlook latest() {
        return latest;
    }

    /** @param on the day to which lapses that are still open, pauses and hand-offs that are overdue are counted */
    synchronized Outlook whole(Portfolio portfolio, LocalDate on) {
        Outlook known = whole.get(on);
        if (known == null) {
            known = Outlook.of(portfolio, on, latest);
            if (whole.size() >= MOST_KEPT) {
                whole.clear();
            }
            whole.put(on, known);
            latest = known;
        }
        return known;
    }

    Outlook shown(Viewpoint viewpoint, Supplier<Outlook> make) {
        synchronized (shown) {
            Outlook known = shown.get(viewpoint);
            if (known != null) {
                return known;
            }
        }
        Outlook made = make.get();
        synchronized (shown) {
            if (shown.size() >= MOST_KEPT) {
                shown.clear();
            }
            shown.put(viewpoint, made);
        }
        return made;
    }
}
