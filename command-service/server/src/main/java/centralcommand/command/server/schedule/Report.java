package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.Provenance;
import java.time.LocalDate;
import java.util.Objects;

/** Something that was said of one milestone, with its number in the program's stream. */
sealed interface Report {
    long sequence();

    Provenance provenance();

    default LocalDate statedOn() {
        return provenance().statedOn();
    }

    record Forecast(long sequence, ForecastReported event) implements Report {
        @Override
        public Provenance provenance() {
            return event.provenance();
        }
    }

    record Doubt(long sequence, DoubtReported event) implements Report {
        @Override
        public Provenance provenance() {
            return event.provenance();
        }
    }

    record Actual(long sequence, ActualReported event) implements Report {
        @Override
        public Provenance provenance() {
            return event.provenance();
        }
    }

    record Confirmation(long sequence, Provenance provenance) implements Report {}

    /** Whether two statements come from the same place and day; how they came in makes no difference. */
    static boolean sameStatement(Provenance one, Provenance other) {
        return one.statedOn().equals(other.statedOn())
                && Objects.equals(one.effectiveOn(), other.effectiveOn())
                && one.source().equals(other.source())
                && one.confidence() == other.confidence()
                && one.marking() == other.marking();
    }
}
