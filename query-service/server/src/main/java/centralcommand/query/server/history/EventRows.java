package centralcommand.query.server.history;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.server.portfolio.Clearance;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Log.Recorded;
import centralcommand.query.server.view.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Events as rows, each only if the viewer sees it, and with no more of it than they may. */
public final class EventRows {
    private final Sight sight;
    private final Log log;
    private final Summary summary;

    public EventRows(Sight sight, Log log) {
        this.sight = sight;
        this.log = log;
        this.summary = new Summary(sight.portfolio());
    }

    /** The event at a position, unless the viewer may not see it or it was stated after the day looked from. */
    public Optional<EventRow> at(long position) {
        return sight.shows(position) ? log.at(position).filter(this::isStated).map(this::row) : Optional.empty();
    }

    private boolean isStated(Recorded recorded) {
        var provenance = recorded.fact().provenance();
        var statedBy = sight.standpoint().statedBy();
        return provenance == null || statedBy == null || !provenance.statedOn().isAfter(statedBy);
    }

    private EventRow row(Recorded recorded) {
        Fact<?> fact = recorded.fact();
        Event shown = shown(fact.event());
        List<String> subjects = sight.world().index().subjectsOf(fact);
        Agency agency = fact.by().agency();
        Clearance clearance = sight.portfolio().clearance();
        boolean isEntry = fact.provenance() != null;
        Optional<Fact<?>> cleared = isEntry ? clearance.clearanceOf(fact.position()) : Optional.empty();
        return new EventRow(
                fact.position(),
                fact.commit(),
                fact.recordedAt(),
                fact.type(),
                fact.revision(),
                summary.of(shown),
                only(subjects, "program/").map(ProgramId::new).orElse(null),
                only(subjects, "milestone/").map(MilestoneId::new).orElse(null),
                fact.by().actor(),
                agency == null ? "" : agency.code(),
                fact.by().roles().stream().map(Enum::name).toList(),
                fact.by().command(),
                fact.by().commandId(),
                fact.provenance(),
                isEntry ? clearance.statusOf(fact) : null,
                cleared.map(act -> act.by().actor()).orElse(""),
                cleared.map(Fact::position).orElse(null),
                sight.portfolio().isLate(fact),
                shown == fact.event() ? recorded.json() : json((EntriesReleased) shown));
    }

    /** A release names entries of which some may stay hidden by their marking. */
    private Event shown(Event event) {
        if (event instanceof EntriesReleased released) {
            List<Long> seen = released.positions().stream().filter(sight::shows).toList();
            return seen.size() == released.positions().size() ? event : new EntriesReleased(released.agency(), seen);
        }
        return event;
    }

    private static String json(EntriesReleased released) {
        return "{\"agency\":\"%s\",\"positions\":[%s]}"
                .formatted(
                        released.agency(),
                        released.positions().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** The one subject of that kind; none where the event is about several. */
    private static Optional<String> only(List<String> subjects, String kind) {
        List<String> found =
                subjects.stream().filter(key -> key.startsWith(kind)).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst().substring(kind.length())) : Optional.empty();
    }

    /** Rows of these positions that the viewer sees, in the order given, until there are enough. */
    public List<EventRow> first(Iterable<Long> positions, int most) {
        List<EventRow> rows = new ArrayList<>();
        for (long position : positions) {
            if (rows.size() >= most) {
                break;
            }
            at(position).ifPresent(rows::add);
        }
        return rows;
    }

    /** The latest rows under a key of the index, newest first. */
    public List<EventRow> latest(String key, int most) {
        return first(sight.world().index().at(key).reverse(), most);
    }
}
