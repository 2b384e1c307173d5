package centralcommand.command.contract.calendar;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be said of days without work. */
public sealed interface CalendarCommand extends Command {

    ClosureId closureId();

    /**
     * Closes an agency, or all of them.
     *
     * @param agency the one that does not work; all where left out
     * @param first first day without work
     * @param last last day without work; left out while the end is not known, which only a lapse may
     */
    record DeclareClosure(
            ClosureId closureId,
            @Nullable Agency agency,
            ClosureKind kind,
            LocalDate first,
            @Nullable LocalDate last,
            String reason,
            @JsonUnwrapped Stated stated)
            implements CalendarCommand {

        public DeclareClosure {
            first = Days.required("first", first);
            last = Days.optional("last", last);
            reason = Text.required("reason", reason, Text.PARAGRAPH);
            if (last == null && kind != ClosureKind.LAPSE_IN_APPROPRIATIONS) {
                throw new IllegalArgumentException("Give the last day without work: only a lapse may be open.");
            }
            if (last != null && last.isBefore(first)) {
                throw new IllegalArgumentException("last is " + last + ", before first, " + first + ".");
            }
        }
    }

    /** Says that work began again. @param last last day without work, not before the first */
    record EndClosure(ClosureId closureId, LocalDate last) implements CalendarCommand {
        public EndClosure {
            last = Days.required("last", last);
        }
    }
}
