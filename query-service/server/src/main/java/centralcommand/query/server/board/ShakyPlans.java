package centralcommand.query.server.board;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Stage;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.server.capacity.CapacityView;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.util.List;

/** Planned tonnes of programs that have an open date which is late, in doubt, or has passed without a word. */
public final class ShakyPlans {
    private ShakyPlans() {}

    /** Those of them that count in the group's planned figure. */
    public static List<Capacity.Row> rows(Sight sight, Material material, Stage stage, int year) {
        return CapacityView.counted(sight, material, stage, year, "PLANNED", Filter.ALL).stream()
                .filter(row -> sight.portfolio()
                        .program(row.programId())
                        .map(program -> sight.portfolio().milestones(program).stream()
                                .anyMatch(milestone -> isShaky(sight, milestone)))
                        .orElse(false))
                .toList();
    }

    private static boolean isShaky(Sight sight, Milestone milestone) {
        return switch (milestone.statusBehindPause(sight.today())) {
            case LATE, IN_DOUBT, NO_REPORT -> true;
            case ON_TRACK, DONE, DONE_LATE, NO_DATE, PAUSED, WITHDRAWN -> false;
        };
    }

    /** The dates that make a plan shaky. */
    public static List<Milestone> milestones(Sight sight) {
        return sight.portfolio().milestones().stream()
                .filter(milestone -> isShaky(sight, milestone))
                .toList();
    }
}
