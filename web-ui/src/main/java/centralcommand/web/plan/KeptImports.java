package centralcommand.web.plan;

import centralcommand.plans.proposal.ProposedImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Proposals between dry run and receipt, in memory: what the file would do, not the file. One for each account, few in all, each for an hour.
 * One that is gone costs its owner another upload, and nothing that was recorded is recorded twice.
 */
final class KeptImports {
    /** Rows and commands of all that are kept: a few large files, or many small ones. */
    static final int MOST_WEIGHT = 100_000;

    static final Duration TIME = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Entry> kept = new LinkedHashMap<>();

    private record Entry(KeptImport kept, Instant until) {}

    KeptImports(Clock clock) {
        this.clock = clock;
    }

    /** @return the key under which its owner finds it */
    synchronized String keep(String owner, ProposedImport proposed) {
        KeptImport added = new KeptImport(owner, proposed);
        kept.values().removeIf(entry -> entry.kept().owner().equals(owner) || isOver(entry));
        long weight =
                kept.values().stream().mapToLong(entry -> entry.kept().weight()).sum() + added.weight();
        Iterator<Entry> oldest = kept.values().iterator();
        while (weight > MOST_WEIGHT && oldest.hasNext()) {
            weight -= oldest.next().kept().weight();
            oldest.remove();
        }
        String key = UUID.randomUUID().toString();
        kept.put(key, new Entry(added, clock.instant().plus(TIME)));
        return key;
    }

    synchronized Optional<KeptImport> find(String key, String owner, String programId) {
        kept.values().removeIf(this::isOver);
        return Optional.ofNullable(kept.get(key))
                .map(Entry::kept)
                .filter(found -> found.owner().equals(owner)
                        && found.proposed().programId().value().equals(programId));
    }

    private boolean isOver(Entry entry) {
        return !clock.instant().isBefore(entry.until());
    }
}
