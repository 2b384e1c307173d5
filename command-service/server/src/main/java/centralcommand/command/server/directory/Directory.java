package centralcommand.command.server.directory;

import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.schedule.calendar.WorkCalendar;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Queue;
import io.vavr.collection.Set;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the whole ledger says up to one position, as far as rules ask across streams. A value: {@link #evolve} gives another one and
 * leaves this one as it is.
 */
public final class Directory {

    /** Nothing is recorded yet. */
    public static final Directory EMPTY = new Directory(
            0, Ids.NONE, Bodies.NONE, HashMap.empty(), Milestones.NONE, Succession.NONE, Entries.NONE, Closures.NONE);

    private final long position;
    private final Ids ids;
    private final Bodies bodies;
    private final Map<ProgramId, Agency> leads;
    private final Milestones milestones;
    private final Succession succession;
    private final Entries entries;
    private final Closures closures;

    private Directory(
            long position,
            Ids ids,
            Bodies bodies,
            Map<ProgramId, Agency> leads,
            Milestones milestones,
            Succession succession,
            Entries entries,
            Closures closures) {
        this.position = position;
        this.ids = ids;
        this.bodies = bodies;
        this.leads = leads;
        this.milestones = milestones;
        this.succession = succession;
        this.entries = entries;
        this.closures = closures;
    }

    /** What is known once one more event is. @throws IllegalArgumentException if it is not the next one */
    public Directory evolve(Fact fact) {
        if (fact.position() != position + 1) {
            throw new IllegalArgumentException("After position %d comes not %d.".formatted(position, fact.position()));
        }
        return new Directory(
                fact.position(),
                ids.evolve(fact),
                bodies.evolve(fact),
                fact.event() instanceof ProgramProposed e ? leads.put(e.programId(), e.leadAgency()) : leads,
                milestones.evolve(fact),
                succession.evolve(fact),
                entries.evolve(fact),
                closures.evolve(fact));
    }

    /** The position up to which this holds. */
    public long position() {
        return position;
    }

    /** What an id stands for, where it is taken. */
    public @Nullable IdKind kindOf(String id) {
        return ids.kinds().get(id).getOrNull();
    }

    /** The body as it was registered last, where it is registered. */
    public @Nullable OrganizationRegistered organization(OrganizationId id) {
        return bodies.registered().get(id).getOrNull();
    }

    /** The body whose staff act under this code, where there is one. */
    public @Nullable OrganizationId organizationOf(Agency agency) {
        return bodies.registered()
                .find(each -> agency.equals(each._2.agency()))
                .map(each -> each._1)
                .getOrNull();
    }

    /** The agency that answers for a program, where the program is known. */
    public @Nullable Agency leadOf(ProgramId id) {
        return leads.get(id).getOrNull();
    }

    /** The entry that put a program forward, where the program is known. */
    public @Nullable Entry proposalOf(ProgramId id) {
        return leads.containsKey(id) ? entryIn(Streams.of(id), 0) : null;
    }

    /** Where a milestone was promised last, where it is known. */
    public @Nullable Promise promiseOf(MilestoneId id) {
        return milestones.promises().get(id).getOrNull();
    }

    /** The entry that recorded a funding line, where the line is known. */
    public @Nullable Entry entryOf(FundingId id) {
        return kindOf(id.value()) == IdKind.FUNDING ? entryIn(Streams.of(id), 0) : null;
    }

    /** The line that takes the place of this one, where there is one that counts. */
    public @Nullable FundingId replacementOf(FundingId id) {
        String successor = successorOf(id.value());
        return successor == null ? null : new FundingId(successor);
    }

    /** The line whose total contains this one, where one was named. */
    public @Nullable FundingId totalOf(FundingId id) {
        return succession.totals().get(id).getOrNull();
    }

    /** The figure that takes the place of this one, where there is one that counts. */
    public @Nullable CapacityId successorOf(CapacityId id) {
        String successor = successorOf(id.value());
        return successor == null ? null : new CapacityId(successor);
    }

    private @Nullable String successorOf(String id) {
        return succession
                .takenBy()
                .getOrElse(id, List.empty())
                .find(each -> entries.require(each.position()).counts())
                .map(Succession.Successor::id)
                .getOrNull();
    }

    /** The entry at that position, where an entry is there. */
    public @Nullable Entry entry(long at) {
        return entries.byPosition().get(at).getOrNull();
    }

    /** The entry at that place of a stream. @throws IllegalStateException if there is none up to this position */
    public Entry entryIn(String stream, long sequence) {
        return entries.positions()
                .get(new Entries.Place(stream, sequence))
                .map(entries::require)
                .getOrElseThrow(() -> new IllegalStateException(
                        "No entry at %s/%d is known at position %d.".formatted(stream, sequence, position)));
    }

    /** How the agency's entries are released from here on. */
    public ReleasePolicy policyOf(Agency agency) {
        return entries.policyOf(agency);
    }

    /** The days on which an agency works, as far as is known on that day; a lapse without an end has closed the days up to then. */
    public WorkCalendar calendarOf(Agency agency, LocalDate today) {
        return closures.calendarOf(agency, today);
    }

    /** The earliest closure of the same agency, or of all where the agency is absent, that has a day in common with these. */
    public @Nullable Closed closureOverlapping(
            @Nullable Agency agency, LocalDate first, @Nullable LocalDate last, LocalDate today) {
        return closures.overlapping(agency, first, last, today);
    }

    /** The fewest links that lead from {@code start} to {@code goal}, in order; null where none do. */
    public @Nullable List<MilestoneLink> path(MilestoneId start, MilestoneId goal) {
        Queue<List<MilestoneLink>> ways = Queue.of(List.empty());
        Set<MilestoneId> seen = HashSet.of(start);
        while (!ways.isEmpty()) {
            List<MilestoneLink> way = ways.head();
            ways = ways.tail();
            MilestoneId at = way.isEmpty() ? start : way.head().to();
            if (at.equals(goal)) {
                return way.reverse();
            }
            for (MilestoneLink link : milestones.linksFrom(at)) {
                if (!seen.contains(link.to()) && stands(link)) {
                    seen = seen.add(link.to());
                    ways = ways.append(way.prepend(link));
                }
            }
        }
        return null;
    }

    private boolean stands(MilestoneLink link) {
        Long declined = link.declinedAt();
        return entries.require(link.position()).counts()
                && (declined == null || !entries.require(declined).counts());
    }

    /** Where a milestone was promised: in that program, by the baseline proposed at that position. */
    public record Promise(ProgramId programId, long position) {}

    /**
     * One milestone waits for another, by a link or for what is to be handed over; recorded at that position.
     *
     * @param declinedAt position of the entry that declined it, where it was asked for and never promised
     */
    public record MilestoneLink(
            MilestoneId from,
            MilestoneId to,
            long position,
            @Nullable Long declinedAt) {}
}
