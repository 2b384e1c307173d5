package centralcommand.query.contract.calendar;

import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.calendar.ClosureKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/closures}: days that are no weekends and on which agencies do not work. Clocks that run in business days leave them out.
 *
 * @param holidays of the standpoint's year and the next, by observed day
 * @param rows closures that were declared, the latest first day first
 */
public record Closures(@JsonUnwrapped Standpoint standpoint, List<Holiday> holidays, List<Row> rows) {

    /**
     * One federal holiday of one year.
     *
     * @param day as the law names it
     * @param observed the day off: the Friday before a Saturday, the Monday after a Sunday
     */
    public record Holiday(String title, LocalDate day, LocalDate observed) {}

    /**
     * One closure.
     *
     * @param agency whose clocks stop; those of all where absent
     * @param last last day without work; absent while the end is not known
     * @param statedOn day on which it was declared
     * @param position of the entry
     */
    public record Row(
            ClosureId closureId,
            @Nullable Agency agency,
            ClosureKind kind,
            LocalDate first,
            @Nullable LocalDate last,
            String reason,
            String source,
            LocalDate statedOn,
            long position) {}
}
