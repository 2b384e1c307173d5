package centralcommand.query.server.told;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.command.contract.catalog.EventCatalog.StoredName;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.Washington;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.view.Past;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts one after the other, a minute apart, as the ledger would number them. */
public final class History {
    public static final Agency ENERGY = new Agency("ENERGY");
    public static final Agency DEFENSE = new Agency("DEFENSE");
    public static final Authorship ENERGY_STAFF = staff("energy", ENERGY);
    public static final Authorship ENERGY_APPROVER = approver("energy.approver", ENERGY);
    public static final Authorship DEFENSE_STAFF = staff("defense", DEFENSE);
    public static final Authorship DEFENSE_APPROVER = approver("defense.approver", DEFENSE);
    public static final Authorship CZAR = new Authorship("czar", null, List.of(Role.CZAR), "c", "command");

    private final List<Fact<?>> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2026-01-05T15:00:00Z");

    public static Authorship staff(String actor, Agency agency) {
        return new Authorship(actor, agency, List.of(Role.AGENCY_STAFF), "c", "command");
    }

    public static Authorship approver(String actor, Agency agency) {
        return new Authorship(actor, agency, List.of(Role.AGENCY_STAFF, Role.AGENCY_APPROVER), "c", "command");
    }

    public static Provenance on(String day) {
        return on(day, Marking.NONE);
    }

    public static Provenance on(String day, Marking marking) {
        return new Provenance(LocalDate.parse(day), null, "a source", Confidence.HIGH, marking, Channel.TYPED);
    }

    /** Records the event and answers its position. */
    public long says(Authorship by, Event event) {
        String stream = stream(event);
        long sequence = sequences.merge(stream, 0L, (last, first) -> last + 1);
        StoredName name = EventCatalog.EVENTS.stream()
                .filter(stored -> stored.type() == event.getClass())
                .findFirst()
                .orElseThrow();
        long position = facts.size() + 1L;
        now = now.plusSeconds(1);
        facts.add(new Fact<>(position, position, now, stream, sequence, name.name(), name.revision(), by, event));
        return position;
    }

    /** Lets time pass until noon of the day in Washington. */
    public History until(String day) {
        now = Instant.parse(day + "T17:00:00Z");
        return this;
    }

    public List<Fact<?>> facts() {
        return List.copyOf(facts);
    }

    public World world() {
        return fold(facts);
    }

    /** What came before the world of all, looked at on the day. */
    public Past past(LocalDate day) {
        Map<LocalDate, World> ends = new HashMap<>();
        return new Past(
                day,
                end -> ends.computeIfAbsent(end, this::worldAtEndOf),
                position -> fold(facts.subList(0, (int) position)));
    }

    public World worldAtEndOf(LocalDate day) {
        return fold(facts.stream()
                .filter(fact -> fact.recordedAt().isBefore(Washington.endOf(day)))
                .toList());
    }

    public static World fold(List<Fact<?>> facts) {
        World world = World.EMPTY;
        for (Fact<?> fact : facts) {
            world = world.evolve(fact);
        }
        return world;
    }

    private static String stream(Event event) {
        return switch (event) {
            case ProgramEvent e -> "program/" + e.programId();
            case ScheduleEvent e -> "program/" + e.programId();
            case CapacityEvent.CapacityPledged e -> "program/" + e.programId();
            case CapacityEvent.ProductionReported e -> "program/" + e.programId();
            case CapacityEvent.CapacityTargetSet e -> "target/" + e.targetId();
            case HandoffEvent e -> "handoff/" + e.handoffId();
            case CalendarEvent e -> "closure/" + e.closureId();
            case FundingRecorded e -> "funding/" + e.fundingId();
            case ClearanceEvent e -> "clearance/" + e.agency();
            default -> "other";
        };
    }
}
