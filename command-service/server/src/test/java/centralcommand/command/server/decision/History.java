package centralcommand.command.server.decision;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.server.decision.Decision.Accepted;
import centralcommand.command.server.decision.Decision.Rejected;
import centralcommand.command.server.directory.Directory;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, for tests of rules: events with their authors, and the directory that follows from them. */
public final class History {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    public static final Agency ENERGY = new Agency("ENERGY");
    public static final Agency DEFENSE = new Agency("DEFENSE");
    public static final Agency COMMERCE = new Agency("COMMERCE");

    public static final Actor STAFF = new Actor("energy", ENERGY, Set.of(Role.AGENCY_STAFF));
    public static final Actor COLLEAGUE = new Actor("energy.two", ENERGY, Set.of(Role.AGENCY_STAFF));
    public static final Actor APPROVER =
            new Actor("energy.approver", ENERGY, Set.of(Role.AGENCY_STAFF, Role.AGENCY_APPROVER));
    public static final Actor OTHER_STAFF = new Actor("defense", DEFENSE, Set.of(Role.AGENCY_STAFF));
    public static final Actor OTHER_APPROVER =
            new Actor("defense.approver", DEFENSE, Set.of(Role.AGENCY_STAFF, Role.AGENCY_APPROVER));
    public static final Actor SUPPORTER = new Actor("commerce", COMMERCE, Set.of(Role.AGENCY_STAFF));
    public static final Actor CZAR = new Actor("czar", null, Set.of(Role.CZAR));

    private final List<Fact> facts = new ArrayList<>();
    private Directory directory = Directory.EMPTY;

    /** Records an event. Returns its position. */
    public long record(Actor author, Event event) {
        String stream = streamOf(event);
        Fact fact = new Fact(
                facts.size() + 1L,
                stream,
                in(stream).size(),
                event,
                new Authorship(
                        author.subject(), author.agency(), List.copyOf(author.roles()), "c" + facts.size(), "test"));
        facts.add(fact);
        directory = directory.evolve(fact);
        return fact.position();
    }

    /** Records an event and has it released. Returns its position. */
    public long released(Actor author, Event event) {
        long position = record(author, event);
        release(author, position);
        return position;
    }

    public void release(Actor author, long position) {
        Agency agency = author.agency();
        if (agency != null) {
            record(APPROVER, new ClearanceEvent.EntriesReleased(agency, List.of(position)));
        }
    }

    public List<Fact> in(String stream) {
        return facts.stream().filter(fact -> fact.stream().equals(stream)).toList();
    }

    public List<Fact> in(ProgramId program) {
        return in(Streams.of(program));
    }

    public Directory directory() {
        return directory;
    }

    public Context by(Actor actor) {
        return new Context(TODAY, actor, OptionalLong.empty(), directory);
    }

    private static String streamOf(Event event) {
        return switch (event) {
            case OrganizationRegistered e -> Streams.of(e.organizationId());
            case ProgramEvent e -> Streams.of(e.programId());
            case ScheduleEvent e -> Streams.of(e.programId());
            case CapacityPledged e -> Streams.of(e.programId());
            case ProductionReported e -> Streams.of(e.programId());
            case CapacityTargetSet e -> Streams.of(e.targetId());
            case FundingRecorded e -> Streams.of(e.fundingId());
            case HandoffEvent e -> Streams.of(e.handoffId());
            case ClearanceEvent e -> Streams.clearanceOf(e.agency());
            case CalendarEvent e -> Streams.of(e.closureId());
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    public static List<Event> accepted(Decision decision) {
        if (decision instanceof Accepted accepted) {
            return accepted.events();
        }
        throw new AssertionError(decision.toString());
    }

    public static Rejection rejected(Decision decision) {
        if (decision instanceof Rejected rejected) {
            return rejected.rejection();
        }
        throw new AssertionError(decision.toString());
    }

    /** The code and the field of a refusal, such as {@code ID_TAKEN programId}. */
    public static String refusal(Decision decision) {
        Rejection rejection = rejected(decision);
        @Nullable String field = rejection.field();
        return rejection.kind() + " " + rejection.code() + (field == null ? "" : " " + field);
    }
}
