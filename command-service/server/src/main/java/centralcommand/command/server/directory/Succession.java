package centralcommand.command.server.directory;

import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;

/**
 * Which funding lines and capacity figures take the place of which, and which are parts of which.
 *
 * @param takenBy ids and positions of those that claim to take the place of the one
 * @param totals the line whose total contains the one
 */
record Succession(Map<String, List<Successor>> takenBy, Map<FundingId, FundingId> totals) {
    static final Succession NONE = new Succession(HashMap.empty(), HashMap.empty());

    record Successor(String id, long position) {}

    Succession evolve(Fact fact) {
        return switch (fact.event()) {
            case FundingRecorded e -> funding(e, fact.position());
            case CapacityPledged e -> capacity(e, fact.position());
            default -> this;
        };
    }

    private Succession funding(FundingRecorded e, long position) {
        FundingId replaces = e.replaces();
        FundingId partOf = e.partOf();
        return new Succession(
                replaces == null
                        ? takenBy
                        : with(replaces.value(), new Successor(e.fundingId().value(), position)),
                partOf == null ? totals : totals.put(e.fundingId(), partOf));
    }

    private Succession capacity(CapacityPledged e, long position) {
        CapacityId supersedes = e.supersedes();
        return supersedes == null
                ? this
                : new Succession(
                        with(supersedes.value(), new Successor(e.capacityId().value(), position)), totals);
    }

    private Map<String, List<Successor>> with(String older, Successor successor) {
        return takenBy.put(older, takenBy.getOrElse(older, List.empty()).append(successor));
    }
}
