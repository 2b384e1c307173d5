package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<Digest> fresh = new ArrayList<>();
        Set<ProgramId> kept = new HashSet<>();
        for (Program program : portfolio.programs()) {
            List<Milestone> milestones = portfolio.milestones(program);
            Part known = before == null ? null : before.parts.get(program.id());
            if (known != null && known.milestones() == milestones) {
                parts.put(program.id(), known);
                kept.add(program.id());
            } else {
                Part part =
                        new Part(milestones, milestones.stream().map(Digest::of).toList());
                parts.put(program.id(), part);
                fresh.addAll(part.digests());
            }
        }
        List<Digest> all = new ArrayList<>(portfolio.milestones().size());
        if (before != null) {
            before.bySlip.stream()
                    .filter(digest -> kept.contains(digest.milestone().program().id()))
                    .forEach(all::add);
        }
        // What was kept is in order, so sorting is little more than merging.
        fresh.sort(Digest.BY_SLIP);
        all.addAll(fresh);
        all.sort(Digest.BY_SLIP);
        return new Digests(parts, all);
    }

    List<Digest> bySlip() {
        return bySlip;
    }
}
