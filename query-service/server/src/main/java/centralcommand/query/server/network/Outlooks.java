package centralcommand.query.server.network;

import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.portfolio.Kept;
import centralcommand.query.server.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The networks that follow from one portfolio: as it is, and as those see it who may not know all of it yet. */
final class Outlooks {
    private final Kept<Viewpoint, Outlook> shown = new Kept<>();
    private final Kept<LocalDate, Outlook> whole = new Kept<>();
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
        return whole.get(on, () -> {
            Outlook made = Outlook.of(portfolio, on, latest);
            latest = made;
            return made;
        });
    }

    Outlook shown(Viewpoint viewpoint, Supplier<Outlook> make) {
        return shown.get(viewpoint, make);
    }
}
