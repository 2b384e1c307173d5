package centralcommand.plans.proposal;

import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.plans.file.Plan.Activity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Splits what is to be promised so that each command is within its bounds: lines, and the 256 kB of one request. */
final class Batches {
    private static final int MOST_BYTES = 180_000;
    private static final int AROUND_A_TITLE = 220;

    private Batches() {}

    static List<List<Activity>> of(List<Activity> activities, Function<Activity, PlannedMilestone> planned) {
        List<List<Activity>> batches = new ArrayList<>();
        List<Activity> batch = new ArrayList<>();
        int bytes = 0;
        for (Activity activity : activities) {
            int size = AROUND_A_TITLE + 2 * planned.apply(activity).title().getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == ScheduleCommand.MOST_LINES || bytes + size > MOST_BYTES) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(activity);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
