package centralcommand.query.server.portfolio;

import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.clearance.Visibility;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import io.vavr.Tuple;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ledger up to one position, as each audience sees it. Who sees what is decided here and nowhere else, before anything is folded, so
 * no view of a portfolio can show what its audience may not see.
 *
 * @param recordedAt when the last event was recorded; absent before the first
 * @param policies of agencies that have set one
 * @param waiting entries that are neither released nor withdrawn
 * @param versions of programs: the number of the last event of their stream, seen or not, as commands compare it
 */
public record World(
        long position,
        @Nullable Instant recordedAt,
        TreeMap<Agency, ReleasePolicy> policies,
        TreeMap<Long, Fact<?>> waiting,
        TreeMap<ProgramId, Long> versions,
        TreeMap<Audience, Seen> audiences,
        Index index) {

    public static final World EMPTY = new World(
            0,
            null,
            TreeMap.empty(),
            TreeMap.empty(),
            TreeMap.empty(Comparator.comparing(ProgramId::value)),
            TreeMap.of(
                    Audience.AUDITOR, Seen.NOTHING,
                    Audience.CZAR, Seen.NOTHING,
                    Audience.PUBLIC, Seen.NOTHING),
            Index.EMPTY);

    /** What the audience sees; an agency that has done nothing yet sees what everyone does. */
    public Seen seenBy(Audience audience) {
        return audiences
                .get(audience)
                .getOrElse(() -> audiences.get(Audience.PUBLIC).get());
    }

    /** The world one event later. Never throws on a legal history. */
    public World evolve(Fact<?> fact) {
        World now = reaching(fact);
        return switch (fact.event()) {
            case CommandRefused ignored ->
                now.showTo(
                        audience -> audience.equals(Audience.AUDITOR)
                                || audience.equals(Audience.of(fact.by())) && !audience.equals(Audience.PUBLIC),
                        fact);
            case ClearanceEvent.EntriesReleased released -> now.release(fact, released);
            case ClearanceEvent.EntryWithdrawn withdrawn ->
                now.withWaiting(waiting.remove(withdrawn.position())).showTo(audience -> true, fact);
            case ClearanceEvent.ReleasePolicySet set ->
                now.withPolicies(policies.put(set.agency(), set.policy())).showTo(audience -> true, fact);
            case Event.Entry entry -> now.enter(fact, entry.provenance());
            default -> now.showTo(audience -> true, fact);
        };
    }

    private World reaching(Fact<?> fact) {
        TreeMap<Audience, Seen> known = audiences;
        Agency agency = fact.by().agency();
        if (agency != null && !known.containsKey(Audience.of(agency))) {
            known = known.put(Audience.of(agency), seenBy(Audience.PUBLIC));
        }
        return new World(
                fact.position(), fact.recordedAt(), policies, waiting, versionsWith(fact), known, index.with(fact));
    }

    private TreeMap<ProgramId, Long> versionsWith(Fact<?> fact) {
        ProgramId programId = fact.stream().startsWith("program/")
                ? switch (fact.event()) {
                    case ProgramEvent e -> e.programId();
                    case ScheduleEvent e -> e.programId();
                    default -> new ProgramId(fact.stream().substring("program/".length()));
                }
                : null;
        return programId == null ? versions : versions.put(programId, fact.sequence());
    }

    private World enter(Fact<?> fact, Provenance provenance) {
        Agency agency = fact.by().agency();
        ReleasePolicy policy =
                agency == null ? ReleasePolicy.AT_ONCE : policies.getOrElse(agency, ReleasePolicy.BY_APPROVER);
        boolean released = Visibility.releasedWhenRecorded(agency, policy);
        World now = released ? this : withWaiting(waiting.put(fact.position(), fact));
        return now.showTo(
                audience -> Visibility.shows(audience.viewer(), agency, released, provenance.marking()), fact);
    }

    private World release(Fact<?> act, ClearanceEvent.EntriesReleased released) {
        World now = this;
        for (long position : released.positions()) {
            Fact<?> entry = waiting.getOrElse(position, null);
            if (entry != null) {
                now = now.withWaiting(now.waiting.remove(position)).reveal(entry);
            }
        }
        World revealed = now;
        return revealed.showTo(
                audience -> released.positions().stream()
                        .anyMatch(position -> revealed.seenBy(audience).shows(position)),
                act);
    }

    /** Shows a released entry to those who did not see it before. */
    private World reveal(Fact<?> entry) {
        Provenance provenance = entry.provenance();
        Agency agency = entry.by().agency();
        return withAudiences(audiences.map((audience, seen) -> Tuple.of(
                audience,
                !seen.shows(entry.position())
                                && provenance != null
                                && Visibility.shows(audience.viewer(), agency, true, provenance.marking())
                        ? seen.showing(entry, position)
                        : seen)));
    }

    private World showTo(Predicate<Audience> may, Fact<?> fact) {
        return withAudiences(audiences.map((audience, seen) ->
                Tuple.of(audience, may.test(audience) ? seen.showing(fact, position) : seen.hiding(fact.position()))));
    }

    private World withAudiences(TreeMap<Audience, Seen> next) {
        return new World(position, recordedAt, policies, waiting, versions, next, index);
    }

    private World withWaiting(TreeMap<Long, Fact<?>> next) {
        return new World(position, recordedAt, policies, next, versions, audiences, index);
    }

    private World withPolicies(TreeMap<Agency, ReleasePolicy> next) {
        return new World(position, recordedAt, next, waiting, versions, audiences, index);
    }
}
