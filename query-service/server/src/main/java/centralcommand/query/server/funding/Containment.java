package centralcommand.query.server.funding;

import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.query.server.portfolio.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which lines replace and contain which. */
record Containment(Map<FundingId, FundingRecorded> standing, Map<FundingId, FundingId> replacedBy) {

    static Containment of(Collection<Fact<FundingRecorded>> lines) {
        Map<FundingId, FundingRecorded> standing = new HashMap<>();
        Map<FundingId, FundingId> replacedBy = new HashMap<>();
        for (Fact<FundingRecorded> fact : lines) {
            FundingRecorded line = fact.event();
            standing.put(line.fundingId(), line);
            if (line.replaces() != null) {
                replacedBy.put(line.replaces(), line.fundingId());
            }
        }
        return new Containment(standing, replacedBy);
    }

    /** "replaced by …" or "part of …"; empty for a line that counts among those in scope. */
    String leftOutBecause(FundingRecorded line, Set<FundingId> inScope) {
        FundingId newer = replacedBy.get(line.fundingId());
        if (newer != null) {
            return "replaced by " + newer;
        }
        Set<FundingId> passed = new HashSet<>();
        FundingId whole = line.partOf();
        while (whole != null && passed.add(whole)) {
            if (standing.containsKey(whole) && inScope.contains(whole)) {
                return "part of " + whole;
            }
            whole = next(whole);
        }
        return "";
    }

    /** A whole that was replaced goes on in the newer line; any other may be part of a greater one. */
    private @Nullable FundingId next(FundingId whole) {
        FundingId newer = replacedBy.get(whole);
        FundingRecorded line = standing.get(whole);
        return newer != null ? newer : line == null ? null : line.partOf();
    }
}
