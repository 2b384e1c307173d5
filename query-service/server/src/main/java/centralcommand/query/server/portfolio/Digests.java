package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of all milestones of one portfolio; of the one before, those are kept whose program has not changed. */
final class Digests {
    private final Map<ProgramId, Part> parts;
    private final List<Digest> bySlip;

    /** @param milestones the same list as long as nothing changed */
    private record Part(List<Milestone> milestones, List<Digest> digests) {}

    private Digests(Map<ProgramId, Part> parts, List<Digest> bySlip) {
        this.parts = parts;
        this.bySlip = Collections.unmodifiableList(bySlip);
    }

    static Digests of(Portfolio portfolio, @Nullable Digests before) {
        Map<ProgramId, Part> parts = HashMap.newHashMap(portfolio.programs().size());
        Map<ProgramId, Part> gone = before == null ? new HashMap<>() : new HashMap<>(before.parts);
        List<Digest> fresh = new ArrayList<>();
        for (Program program : portfolio.programs()) {
            List<Milestone> milestones = portfolio.milestones(program);
            Part part = gone.get(program.id());
            if (part != null && part.milestones() == milestones) {
                gone.remove(program.id());
            } else {
                part = new Part(milestones, milestones.stream().map(Digest::of).toList());
                fresh.addAll(part.digests());
            }
            parts.put(program.id(), part);
        }
        List<Digest> kept = before == null ? List.of() : without(before.bySlip, gone.values());
        fresh.sort(Digest.BY_SLIP);
        return new Digests(parts, merged(kept, fresh));
    }

    /** In the same order; of those that are gone there are few, and each is found in its place. */
    private static List<Digest> without(List<Digest> all, Collection<Part> gone) {
        int[] places = gone.stream()
                .flatMap(part -> part.digests().stream())
                .mapToInt(each -> Collections.binarySearch(all, each, Digest.BY_SLIP))
                .sorted()
                .toArray();
        List<Digest> kept = new ArrayList<>(all.size());
        int from = 0;
        for (int place : places) {
            kept.addAll(all.subList(from, place));
            from = place + 1;
        }
        kept.addAll(all.subList(from, all.size()));
        return kept;
    }

    /** Both in order; of the fresh there are few. */
    private static List<Digest> merged(List<Digest> kept, List<Digest> fresh) {
        List<Digest> all = new ArrayList<>(kept.size() + fresh.size());
        int from = 0;
        for (Digest each : fresh) {
            int found = Collections.binarySearch(kept, each, Digest.BY_SLIP);
            int to = found < 0 ? -found - 1 : found;
            all.addAll(kept.subList(from, to));
            all.add(each);
            from = to;
        }
        all.addAll(kept.subList(from, kept.size()));
        return all;
    }

    /** Of one program: the same list as long as nothing more is said of it. */
    List<Digest> of(ProgramId program) {
        Part part = parts.get(program);
        return part == null ? List.of() : part.digests();
    }

    List<Digest> bySlip() {
        return bySlip;
    }
}
