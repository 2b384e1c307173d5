package centralcommand.verify.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that was found. Keeps the first few of each kind and counts the rest, so that a hostile ledger cannot fill the memory. */
public final class Findings {
    private static final int KEPT_OF_A_KIND = 20;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Finding> kept = new ArrayList<>();

    public void add(Finding finding) {
        if (counts.merge(finding.kind(), 1L, Long::sum) <= KEPT_OF_A_KIND) {
            kept.add(finding);
        }
    }

    /** All that the other one has. */
    public void addAll(Findings other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        kept.addAll(other.kept);
    }

    /** Says it otherwise, because more is known now. */
    public void replace(Finding former, Finding finding) {
        if (former.kind() == finding.kind()) {
            kept.replaceAll(one -> one == former ? finding : one);
            return;
        }
        withdraw(former);
        add(finding);
    }

    /** It follows from something else that was found. */
    public void withdraw(Finding former) {
        counts.computeIfPresent(former.kind(), (_, count) -> count == 1 ? null : count - 1);
        kept.remove(former);
    }

    public boolean none() {
        return counts.isEmpty();
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of each kind. */
    public Map<Kind, Long> counts() {
        return Map.copyOf(counts);
    }

    /** At most so many, by place; the first one of each kind is always among them. */
    public List<Finding> first(int most) {
        var ordered = kept.stream()
                .sorted(Comparator.comparingLong(Finding::commit).thenComparingLong(Finding::position))
                .toList();
        var shown = new ArrayList<Finding>();
        for (var kind : Kind.values()) {
            ordered.stream().filter(f -> f.kind() == kind).findFirst().ifPresent(shown::add);
        }
        for (var finding : ordered) {
            if (shown.size() < most && !shown.contains(finding)) {
                shown.add(finding);
            }
        }
        shown.sort(Comparator.comparingInt(ordered::indexOf));
        return shown;
    }

    /** What was kept of all kinds, in the order in which it was found. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }
}
