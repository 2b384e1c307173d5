package centralcommand.query.server.portfolio;

import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.clearance.ClearanceEvent.PeriodCertified;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.clearance.Visibility;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.shared.EntryStatus;
import io.vavr.collection.TreeMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What became of entries, by their positions, and what agencies have said of their reports.
 *
 * @param certified by agency, the act that certified each month
 */
public record Clearance(
        TreeMap<Agency, Facts<ReleasePolicySet>> policies,
        TreeMap<Long, Fact<EntriesReleased>> releases,
        TreeMap<Long, Fact<EntryWithdrawn>> withdrawals,
        TreeMap<Long, Facts<EntryCorrected>> corrections,
        TreeMap<Agency, TreeMap<YearMonth, Fact<PeriodCertified>>> certified) {

    static final Clearance NONE =
            new Clearance(TreeMap.empty(), TreeMap.empty(), TreeMap.empty(), TreeMap.empty(), TreeMap.empty());

    Clearance evolve(Fact<?> fact, ClearanceEvent event) {
        return switch (event) {
            case EntriesReleased e -> withReleases(fact.carrying(e));
            case EntryWithdrawn e ->
                new Clearance(
                        policies, releases, withdrawals.put(e.position(), fact.carrying(e)), corrections, certified);
            case ReleasePolicySet e ->
                new Clearance(
                        policies.put(
                                e.agency(),
                                policies.getOrElse(e.agency(), Facts.none()).with(fact.carrying(e))),
                        releases,
                        withdrawals,
                        corrections,
                        certified);
            case PeriodCertified e ->
                new Clearance(
                        policies,
                        releases,
                        withdrawals,
                        corrections,
                        certified.put(
                                e.agency(),
                                certified.getOrElse(e.agency(), TreeMap.empty()).put(e.month(), fact.carrying(e))));
            case EntryCorrected e ->
                new Clearance(
                        policies,
                        releases,
                        withdrawals,
                        corrections.put(
                                e.position(),
                                corrections
                                        .getOrElse(e.position(), Facts.none())
                                        .with(fact.carrying(e))),
                        certified);
        };
    }

    /** Without corrections stated later; acts stay. */
    Clearance statedBy(LocalDate day) {
        return new Clearance(
                policies,
                releases,
                withdrawals,
                corrections.mapValues(facts -> facts.statedBy(day)).filterValues(facts -> !facts.isEmpty()),
                certified);
    }

    /** Whether the entry at the position counts: neither withdrawn nor struck. */
    public boolean stands(long position) {
        return !withdrawals.containsKey(position) && correctionOf(position).isEmpty();
    }

    /** Whether the same entries count, as far as a glance tells. */
    boolean strikesAsMuchAs(Clearance other) {
        return withdrawals == other.withdrawals && corrections == other.corrections;
    }

    /** What struck the entry at the position. A correction that is itself struck strikes nothing. */
    public Optional<Fact<EntryCorrected>> correctionOf(long position) {
        return corrections.get(position).toJavaOptional().flatMap(facts -> facts.current(this::stands));
    }

    public EntryStatus statusOf(Fact<?> entry) {
        if (withdrawals.containsKey(entry.position())) {
            return EntryStatus.WITHDRAWN;
        }
        if (!stands(entry.position())) {
            return EntryStatus.CORRECTED;
        }
        return isReleased(entry) ? EntryStatus.RELEASED : EntryStatus.SUBMITTED;
    }

    /** The act that decided where the entry stands; none while it waits, or where it was released by being recorded. */
    public Optional<Fact<?>> clearanceOf(long position) {
        return withdrawals
                .get(position)
                .<Fact<?>>map(fact -> fact)
                .toJavaOptional()
                .or(() -> correctionOf(position).map(fact -> fact))
                .or(() -> releases.get(position).<Fact<?>>map(fact -> fact).toJavaOptional());
    }

    public ReleasePolicy policyOf(Agency agency) {
        return policyBefore(agency, Long.MAX_VALUE);
    }

    /** Months that the agency has certified, latest first. */
    public List<YearMonth> monthsCertifiedBy(Agency agency) {
        return certified
                .getOrElse(agency, TreeMap.empty())
                .keySet()
                .toVector()
                .reverse()
                .asJava();
    }

    private boolean isReleased(Fact<?> entry) {
        Agency agency = entry.by().agency();
        return releases.containsKey(entry.position())
                || agency == null
                || Visibility.releasedWhenRecorded(agency, policyBefore(agency, entry.position()));
    }

    private ReleasePolicy policyBefore(Agency agency, long position) {
        return policies.getOrElse(agency, Facts.none())
                .current(set -> set < position)
                .map(fact -> fact.event().policy())
                .orElse(ReleasePolicy.BY_APPROVER);
    }

    private Clearance withReleases(Fact<EntriesReleased> act) {
        TreeMap<Long, Fact<EntriesReleased>> next = releases;
        for (long position : act.event().positions()) {
            // Of two releases the first counts, in whatever order they are told.
            Fact<EntriesReleased> known = next.getOrElse(position, act);
            next = next.put(position, known.position() < act.position() ? known : act);
        }
        return new Clearance(policies, next, withdrawals, corrections, certified);
    }
}
