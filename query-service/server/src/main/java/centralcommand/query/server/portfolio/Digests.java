package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramId;
import java.util.ArrayList;
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
        List<Digest> all = new ArrayList<>(portfolio.milestones().size());
        for (Program program : portfolio.programs()) {
            List<Milestone> milestones = portfolio.milestones(program);
            Part known = before == null ? null : before.parts.get(program.id());
            Part part = known != null && known.milestones() == milestones
                    ? known
                    : new Part(milestones, milestones.stream().map(Digest::of).toList());
            parts.put(program.id(), part);
            all.addAll(part.digests());
        }
        all.sort(Digest.BY_SLIP);
        return new Digests(parts, all);
    }

    List<Digest> bySlip() {
        return bySlip;
    }
}
