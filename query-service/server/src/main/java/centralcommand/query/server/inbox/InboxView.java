package centralcommand.query.server.inbox;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.board.Decisions;
import centralcommand.query.server.board.MilestoneRows;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.history.EventRows;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Clearance;
import centralcommand.query.server.portfolio.Index;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.schedule.HiddenSlipsView;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Sight;
import io.vavr.collection.Vector;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the one who asks must report, release and decide, and what became of what they sent. */
final class InboxView {
    private static final int MOST = 50;
    private static final String REFUSED = "command-refused";

    private InboxView() {}

    static Inbox of(Sight sight, Log log) {
        Agency agency = sight.audience().agency();
        EventRows rows = new EventRows(sight, log);
        Index index = sight.world().index();
        Vector<Long> own = index.at(Index.actor(sight.asker().subject())).reverse();
        Set<Long> refused = index.at(Index.type(REFUSED)).toJavaSet();
        Clearance clearance = sight.portfolio().clearance();
        return new Inbox(
                sight.standpoint(),
                YearMonth.from(sight.today()),
                agency == null ? List.of() : toReport(sight, agency),
                agency == null ? List.of() : HiddenSlipsView.waiting(sight, agency),
                agency == null ? List.of() : toRelease(sight, rows, agency),
                toDecide(sight, agency),
                agency == null ? List.of() : HandoffsView.of(sight, agency),
                rows.first(own.iterator().filter(index.subjects()::containsKey), MOST),
                rows.first(own.iterator().filter(refused::contains), MOST),
                agency == null ? List.of() : clearance.monthsCertifiedBy(agency),
                agency == null ? null : clearance.policyOf(agency));
    }

    private static List<MilestoneRow> toReport(Sight sight, Agency agency) {
        List<Program> open = sight.portfolio().programs().stream()
                .filter(program -> program.status() != ProgramStatus.CANCELLED)
                .toList();
        return Stream.concat(
                        open.stream().filter(program -> agency.equals(program.leadAgency())),
                        open.stream()
                                .filter(program -> !agency.equals(program.leadAgency())
                                        && program.supportingAgencies().contains(agency)))
                .flatMap(program -> MilestoneRows.of(sight, program).stream())
                .filter(row -> !row.closed())
                .toList();
    }

    private static List<EventRow> toRelease(Sight sight, EventRows rows, Agency agency) {
        return rows.first(
                sight.world()
                        .waiting()
                        .filterValues(entry -> agency.equals(entry.by().agency()))
                        .keySet(),
                Integer.MAX_VALUE);
    }

    private static List<Decision> toDecide(Sight sight, @Nullable Agency agency) {
        if (sight.audience().equals(Audience.CZAR)) {
            return Decisions.all(sight);
        }
        if (agency == null || !sight.asker().is(Role.AGENCY_APPROVER)) {
            return List.of();
        }
        String asker = sight.asker().subject();
        return Decisions.ofBaselines(
                sight,
                (program, baseline) -> baseline.number() == 1
                        && agency.equals(program.leadAgency())
                        && !baseline.proposal().by().actor().equals(asker));
    }
}
