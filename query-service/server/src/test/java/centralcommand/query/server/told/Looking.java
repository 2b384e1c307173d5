package centralcommand.query.server.told;

import centralcommand.command.contract.shared.Role;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.server.board.MilestoneRows;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Log.Recorded;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a history the way the API would. */
public final class Looking {
    public static final LocalDate TODAY = LocalDate.of(2026, 1, 6);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Looking() {}

    public static Sight asCzar(History history, LocalDate today) {
        return Sight.of(
                history.world(),
                Audience.CZAR,
                new Asker("czar", null, Set.of(Role.CZAR)),
                today,
                null,
                null,
                history.past(today));
    }

    public static Sight asAuditor(History history, LocalDate today) {
        return Sight.of(
                history.world(),
                Audience.AUDITOR,
                new Asker("auditor", null, Set.of(Role.AUDITOR)),
                today,
                null,
                null,
                history.past(today));
    }

    /** Every milestone that is seen, as one row. */
    public static List<MilestoneRow> rows(Sight sight) {
        return MilestoneRows.rows(sight, sight.portfolio().milestones());
    }

    /** With the eyes of all of one audience, on a day on which the last event may lie behind or ahead. */
    public static Sight as(Audience audience, History history, LocalDate day) {
        return Sight.of(
                history.worldAtEndOf(day),
                audience,
                new Asker("someone", audience.agency(), Set.of()),
                day,
                null,
                null,
                history.past(day));
    }

    public static Sight asEnergy(History history, String account, Role... roles) {
        return Sight.of(
                history.world(),
                Audience.of(History.ENERGY),
                new Asker(account, History.ENERGY, Set.of(roles)),
                TODAY,
                null,
                null,
                history.past(TODAY));
    }

    public static Log log(History history) {
        List<Fact<?>> facts = history.facts();
        return position -> position < 1 || position > facts.size()
                ? Optional.empty()
                : Optional.of(new Recorded(
                        facts.get((int) position - 1),
                        JSON.writeValueAsString(facts.get((int) position - 1).event())));
    }
}
