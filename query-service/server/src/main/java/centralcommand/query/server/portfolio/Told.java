package centralcommand.query.server.portfolio;

import java.time.LocalDate;
import java.util.Comparator;

/** The order that decides which report is current: what was said later stands, and of one day what was recorded later. */
record Told(LocalDate saidOn, long position) implements Comparable<Told> {
    private static final Comparator<Told> ORDER =
            Comparator.comparing(Told::saidOn).thenComparingLong(Told::position);

    @Override
    public int compareTo(Told other) {
        return ORDER.compare(this, other);
    }
}
