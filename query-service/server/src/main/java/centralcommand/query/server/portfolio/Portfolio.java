package centralcommand.query.server.portfolio;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.schedule.calendar.Calendars;
import centralcommand.schedule.calendar.WorkCalendar;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that one audience knows. A value on persistent maps: holding on to an old one costs only what changed since. What is stored is what
 * was said, each with its own position, so the order in which it became known makes no difference; what stands now is worked out on reading.
 *
 * @param statedDays days on which anything here was stated
 * @param derived what was worked out from it
 */
public record Portfolio(
        TreeMap<ProgramId, ProgramFile> programFiles,
        TreeMap<OrganizationId, Facts<OrganizationRegistered>> organizations,
        TreeMap<FundingId, Facts<FundingRecorded>> fundingFacts,
        TreeMap<CapacityId, Facts<CapacityEvent>> capacityFacts,
        TreeMap<TargetId, Facts<CapacityEvent.CapacityTargetSet>> targetFacts,
        TreeMap<LinkId, Facts<MilestonesLinked>> linkFacts,
        TreeMap<HandoffId, Facts<HandoffEvent>> handoffFacts,
        TreeMap<ClosureId, Facts<CalendarEvent>> closureFacts,
        Clearance clearance,
        TreeSet<LocalDate> statedDays,
        Derived derived) {

    public static final Portfolio EMPTY = new Portfolio(
            TreeMap.empty(Comparator.comparing(ProgramId::value)),
            TreeMap.empty(Comparator.comparing(OrganizationId::value)),
            TreeMap.empty(Comparator.comparing(FundingId::value)),
            TreeMap.empty(Comparator.comparing(CapacityId::value)),
            TreeMap.empty(Comparator.comparing(TargetId::value)),
            TreeMap.empty(Comparator.comparing(LinkId::value)),
            TreeMap.empty(Comparator.comparing(HandoffId::value)),
            TreeMap.empty(Comparator.comparing(ClosureId::value)),
            Clearance.NONE,
            TreeSet.empty(),
            new Derived());

    /** The portfolio with one fact more. Accepts every stored fact, reads no clock, sends nothing. */
    public Portfolio evolve(Fact<?> fact) {
        // A refusal is history, and part of nothing that stands.
        return fact.event() instanceof CommandRefused ? this : with(draft -> draft.add(fact));
    }

    /** Only what was stated by the end of the day; the same as folding nothing else. Acts are not statements, so they stay. */
    public Portfolio statedBy(LocalDate day) {
        return new Portfolio(
                programFiles
                        .mapValues(file -> file.statedBy(day))
                        .filterValues(file -> !file.equals(ProgramFile.EMPTY)),
                organizations,
                pruned(fundingFacts, day),
                pruned(capacityFacts, day),
                pruned(targetFacts, day),
                pruned(linkFacts, day),
                pruned(handoffFacts, day),
                pruned(closureFacts, day),
                clearance.statedBy(day),
                statedDays.filter(stated -> !stated.isAfter(day)),
                derived.next());
    }

    /** The latest day on which anything here was stated. */
    public @Nullable LocalDate knownTo() {
        return statedDays.isEmpty() ? null : statedDays.last();
    }

    /** Programs, by id. */
    public List<Program> programs() {
        return standing().programs();
    }

    public Optional<Program> program(ProgramId id) {
        return Optional.ofNullable(standing().program(id));
    }

    /** Milestones of approved baselines, by program and id. */
    public List<Milestone> milestones() {
        return standing().milestones();
    }

    public List<Milestone> milestones(Program program) {
        return standing().milestones(program.id());
    }

    public Optional<Milestone> milestone(MilestoneId id) {
        return Optional.ofNullable(standing().milestone(id));
    }

    /** What boards sort and count by, of each milestone, the greatest slip first. */
    public List<Digest> digests() {
        return digested().bySlip();
    }

    /** The same of one program: the same list as long as nothing more is said of it. */
    public List<Digest> digests(Program program) {
        return digested().of(program.id());
    }

    private Digests digested() {
        return derived(Digests.class, before -> Digests.of(this, before));
    }

    private Standing standing() {
        return derived(Standing.class, before -> Standing.of(this, before));
    }

    /**
     * What follows from this portfolio alone, made once and kept while there is room.
     *
     * @param make from the same of an earlier portfolio, where that is known
     */
    public <T> T derived(Class<T> type, Function<@Nullable T, T> make) {
        return derived.get(type, make);
    }

    /** Baselines of a program as proposed, by number. */
    public List<Baseline> baselines(ProgramId id) {
        return standing().baselines(id);
    }

    /** Requests for other dates of a program, by number. */
    public List<Rebaseline> rebaselines(ProgramId id) {
        return standing().rebaselines(id);
    }

    /** What was said of the work that leads to a milestone and stands, earliest first. */
    public List<Fact<ActivityEvent>> activity(Milestone milestone) {
        return programFiles
                .get(milestone.program().id())
                .flatMap(file -> file.activities().get(milestone.id()))
                .map(facts -> facts.standing(clearance::stands))
                .getOrElse(List.of());
    }

    /** Lines of money that stand, by id. */
    public List<Fact<FundingRecorded>> funding() {
        return standing(fundingFacts);
    }

    /** Pledges and reports of production that stand, by id. */
    public List<Fact<CapacityEvent>> capacity() {
        return standing(capacityFacts);
    }

    /** National figures that stand, by id. */
    public List<Fact<CapacityEvent.CapacityTargetSet>> targets() {
        return standing(targetFacts);
    }

    /** Links that stand, by id. */
    public List<Fact<MilestonesLinked>> links() {
        return standing().links();
    }

    /** Hand-offs that were asked for, by id, where both programs are known. */
    public List<Handoff> handoffs() {
        return handoffFacts
                .values()
                .toJavaStream()
                .flatMap(facts -> Handoff.of(facts.standing(clearance::stands)).stream())
                .filter(handoff -> programFiles.containsKey(handoff.request().fromProgramId())
                        && programFiles.containsKey(handoff.request().toProgramId()))
                .toList();
    }

    /** Days without work that were declared, by id. */
    public List<Closing> closures() {
        return closureFacts
                .values()
                .toJavaStream()
                .map(facts -> Closing.of(facts.standing(clearance::stands)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The days on which an agency works, as far as is known on that day; a lapse without an end has closed the days up to then. */
    public WorkCalendar calendarOf(Agency agency, LocalDate today) {
        return Calendars.federal(closures().stream()
                .filter(closing -> closing.binds(agency))
                .map(closing -> closing.asOf(today))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The lapse, the earliest of several, in which the clocks of an agency stand still on that day until somebody knows its end. */
    public Optional<Closing> openLapse(Agency agency, LocalDate today) {
        return closures().stream()
                .filter(closing -> closing.binds(agency) && closing.isOpenOn(today))
                .min(Comparator.comparing(closing -> closing.declared().event().first()));
    }

    /** The notice that the date promised now was missed, where it was given. */
    public Optional<Fact<MissedDateNoticed>> missedNotice(Milestone milestone) {
        Milestone.Dated promised = milestone.current();
        return programFiles
                .get(milestone.program().id())
                .flatMap(file -> file.activities().get(milestone.id()))
                .toJavaOptional()
                .flatMap(facts -> facts.standing(clearance::stands).stream()
                        .<Fact<MissedDateNoticed>>mapMulti((fact, found) -> {
                            if (fact.event() instanceof MissedDateNoticed e
                                    && promised != null
                                    && e.promised().equals(promised.stated().date())) {
                                found.accept(fact.carrying(e));
                            }
                        })
                        .findFirst());
    }

    /** What is registered of a body on a day; what came first where the day lies before that. */
    public Optional<OrganizationRegistered> organization(OrganizationId id, LocalDate day) {
        return organizations.get(id).toJavaOptional().flatMap(facts -> valid(facts, day));
    }

    /** The body whose people act under the code. */
    public Optional<OrganizationRegistered> organizationOf(Agency agency, LocalDate day) {
        return organizations
                .values()
                .toJavaStream()
                .flatMap(facts -> valid(facts, day).stream())
                .filter(registered -> agency.equals(registered.agency()))
                .findFirst();
    }

    /** Who truly leads, as a person would write it: "EXIM, via Commerce"; the agency's name where it leads itself. */
    public String leader(Program program, LocalDate day) {
        OrganizationId leader = program.leadOrganization();
        Optional<OrganizationRegistered> body =
                leader == null ? organizationOf(program.leadAgency(), day) : organization(leader, day);
        if (leader == null
                || body.map(OrganizationRegistered::agency)
                        .filter(program.leadAgency()::equals)
                        .isPresent()) {
            return body.map(OrganizationRegistered::name).orElse(AgencyName.of(program.leadAgency()));
        }
        return body.map(OrganizationRegistered::name).orElse(leader.value()) + ", via "
                + AgencyName.of(program.leadAgency());
    }

    /** Whether the entry told of something stated earlier than what was already on file for a milestone of it. */
    public boolean isLate(Fact<?> entry) {
        return entry.event() instanceof ScheduleEvent event
                && programFiles
                        .get(event.programId())
                        .exists(file -> file.reports()
                                .values()
                                .exists(facts ->
                                        facts.byTold().get(entry.told()).isDefined()
                                                && facts.byTold()
                                                        .values()
                                                        .exists(other -> other.position() < entry.position()
                                                                && other.saidOn()
                                                                        .isAfter(entry.saidOn()))));
    }

    private static Optional<OrganizationRegistered> valid(Facts<OrganizationRegistered> facts, LocalDate day) {
        Comparator<OrganizationRegistered> byDay = Comparator.comparing(OrganizationRegistered::validFrom);
        List<OrganizationRegistered> all =
                facts.standing(position -> true).stream().map(Fact::event).toList();
        return all.stream()
                .filter(registered -> !registered.validFrom().isAfter(day))
                .reduce((one, other) -> byDay.compare(one, other) > 0 ? one : other)
                .or(() -> all.stream().min(byDay));
    }

    <K, T extends Event> List<Fact<T>> standing(SortedMap<K, Facts<T>> facts) {
        return facts.values()
                .toJavaStream()
                .flatMap(one -> one.current(clearance::stands).stream())
                .toList();
    }

    static <K, T extends Event> TreeMap<K, Facts<T>> adding(TreeMap<K, Facts<T>> facts, K key, Fact<T> fact) {
        return facts.put(key, facts.getOrElse(key, Facts.none()).with(fact));
    }

    private static <K, T extends Event> TreeMap<K, Facts<T>> pruned(TreeMap<K, Facts<T>> facts, LocalDate day) {
        return facts.mapValues(one -> one.statedBy(day)).filterValues(one -> !one.isEmpty());
    }

    static IllegalArgumentException unknown(Event event) {
        return new IllegalArgumentException(event.getClass().getName() + " is an event that nothing here folds.");
    }

    private Portfolio with(Consumer<PortfolioDraft> change) {
        PortfolioDraft draft = new PortfolioDraft(this);
        change.accept(draft);
        return draft.portfolio();
    }
}
