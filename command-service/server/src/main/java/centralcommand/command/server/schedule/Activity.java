package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.shared.Provenance;
import java.time.LocalDate;
import java.util.Comparator;

/** Something that was said of the work that leads to one milestone, with its number in the program's stream. */
record Activity(long sequence, ActivityEvent event, Provenance provenance) {
    /** What was stated later comes later, and of one day what was recorded later. */
    static final Comparator<Activity> BY_TELLING =
            Comparator.comparing(Activity::statedOn).thenComparing(Activity::sequence);

    LocalDate statedOn() {
        return provenance.statedOn();
    }
}
