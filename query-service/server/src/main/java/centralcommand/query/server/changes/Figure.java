package centralcommand.query.server.changes;

import java.util.Set;

/**
 * One figure as it stands in one portfolio.
 *
 * @param figure id for {@code /api/lineage}
 * @param subject what it is about, as a person would name it
 * @param what which of its figures
 * @param value as text; empty where there is none
 * @param positions of what made it
 */
record Figure(String figure, String subject, String what, String value, Set<Long> positions) {
    String key() {
        return figure + " " + what;
    }
}
