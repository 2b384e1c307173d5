package centralcommand.query.server.portfolio;

import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where in the ledger events of one kind stand; the same for all, so what it answers is to be held against {@link Seen#shows}.
 *
 * @param positions ascending, by key
 * @param subjects of each entry: the keys of its program and milestones, so that an act upon it is found with them
 */
public record Index(TreeMap<String, Vector<Long>> positions, TreeMap<Long, List<String>> subjects) {
    private static final String TYPE = "type/";
    private static final String SOURCE = "source/";

    static final Index EMPTY = new Index(TreeMap.empty(), TreeMap.empty());

    Index with(Fact<?> fact) {
        List<String> about = about(fact.event()).distinct().toList();
        Stream<String> keys = Stream.concat(
                about.stream(),
                Stream.of(
                        actor(fact.by().actor()),
                        type(fact.type()),
                        command(fact.by().commandId())));
        Provenance provenance = fact.provenance();
        if (provenance != null) {
            keys = Stream.concat(keys, Stream.of(SOURCE + provenance.source().toLowerCase(Locale.ROOT)));
        }
        TreeMap<String, Vector<Long>> next = positions;
        for (String key : keys.toList()) {
            next = next.put(key, next.getOrElse(key, Vector.empty()).append(fact.position()));
        }
        return new Index(next, provenance == null ? subjects : subjects.put(fact.position(), about));
    }

    public Vector<Long> at(String key) {
        return positions.getOrElse(key, Vector.empty());
    }

    /** Positions of entries whose source holds the words, ascending. */
    public Vector<Long> withSource(String words) {
        String part = words.toLowerCase(Locale.ROOT);
        return positions
                .filterKeys(key -> key.startsWith(SOURCE) && key.indexOf(part, SOURCE.length()) >= 0)
                .values()
                .flatMap(found -> found)
                .sorted()
                .toVector();
    }

    /** Stored names that were ever used. */
    public List<String> types() {
        return positions
                .keySet()
                .toJavaStream()
                .filter(key -> key.startsWith(TYPE))
                .map(key -> key.substring(TYPE.length()))
                .toList();
    }

    /** Programs and milestones that the fact is about, itself or through the entry it acts upon. */
    public List<String> subjectsOf(Fact<?> fact) {
        return about(fact.event()).distinct().toList();
    }

    public static String program(ProgramId id) {
        return "program/" + id;
    }

    public static String milestone(MilestoneId id) {
        return "milestone/" + id;
    }

    public static String handoff(HandoffId id) {
        return "handoff/" + id;
    }

    public static String actor(String actor) {
        return "actor/" + actor;
    }

    public static String type(String type) {
        return TYPE + type;
    }

    public static String command(String commandId) {
        return "command/" + commandId;
    }

    private Stream<String> about(Event event) {
        return switch (event) {
            case ProgramEvent e -> Stream.of(program(e.programId()));
            case ScheduleEvent e -> Stream.concat(Stream.of(program(e.programId())), milestones(e));
            case HandoffEvent.HandoffRequested e ->
                Stream.of(
                                handoff(e.handoffId()),
                                program(e.fromProgramId()),
                                e.fromMilestoneId() == null ? null : milestone(e.fromMilestoneId()),
                                program(e.toProgramId()),
                                milestone(e.toMilestoneId()))
                        .filter(Objects::nonNull);
            case HandoffEvent e ->
                at(handoff(e.handoffId())).headOption().toJavaStream().flatMap(this::ofEntry);
            case FundingRecorded e -> Stream.of(program(e.programId()));
            case CapacityEvent.CapacityPledged e -> Stream.of(program(e.programId()));
            case CapacityEvent.ProductionReported e -> Stream.of(program(e.programId()));
            case ClearanceEvent.EntriesReleased e -> e.positions().stream().flatMap(this::ofEntry);
            case ClearanceEvent.EntryWithdrawn e -> ofEntry(e.position());
            case ClearanceEvent.EntryCorrected e -> ofEntry(e.position());
            default -> Stream.of();
        };
    }

    private Stream<String> ofEntry(long position) {
        return subjects.getOrElse(position, List.of()).stream();
    }

    private static Stream<String> milestones(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.BaselineProposed e -> e.milestones().stream().map(m -> milestone(m.milestoneId()));
            case ScheduleEvent.BaselineApproved ignored -> Stream.of();
            case ScheduleEvent.BaselineReturned ignored -> Stream.of();
            case ScheduleEvent.ForecastReported e -> Stream.of(milestone(e.milestoneId()));
            case ScheduleEvent.DoubtReported e -> Stream.of(milestone(e.milestoneId()));
            case ScheduleEvent.ActualReported e -> Stream.of(milestone(e.milestoneId()));
            case ScheduleEvent.ConfirmedUnchanged e -> e.milestoneIds().stream().map(Index::milestone);
            case RebaselineEvent.RebaselineRequested e -> e.dates().stream().map(each -> milestone(each.milestoneId()));
            case RebaselineEvent.RebaselineApproved ignored -> Stream.of();
            case RebaselineEvent.RebaselineDeclined ignored -> Stream.of();
            case ActivityEvent e -> Stream.of(milestone(e.milestoneId()));
            case ScheduleEvent.MilestonesLinked e ->
                Stream.of(e.from(), e.to()).flatMap(end -> {
                    ProgramId programId = end.programId();
                    MilestoneId milestoneId = end.milestoneId();
                    return Stream.concat(
                            programId == null ? Stream.of() : Stream.of(program(programId)),
                            milestoneId == null ? Stream.of() : Stream.of(milestone(milestoneId)));
                });
        };
    }
}
