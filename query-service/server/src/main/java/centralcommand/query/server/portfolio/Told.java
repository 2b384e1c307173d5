package centralcommand.query.server.portfolio;

import java.time.LocalDate;

/** The order that decides which report is current: what was said later stands, and of one day what was recorded later. */
record Told(LocalDate saidOn, long position) implements Comparable<Told> {
    @Override
    public int compareTo(Told other) {
        int byDay = saidOn.compareTo(other.saidOn);
        return byDay == 0 ? Long.compare(position, other.position) : byDay;
    }
}
