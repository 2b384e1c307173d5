package centralcommand.query.contract.board;

import centralcommand.command.contract.shared.Precision;
import java.time.LocalDate;

/**
 * A date on the board.
 *
 * @param date last day of the period
 * @param first first day of the period
 * @param asStated the source's own words, possibly empty
 * @param position of the entry that said so
 * @param figure id for {@code /api/lineage}
 */
public record StatedDay(
        LocalDate date,
        LocalDate first,
        Precision precision,
        String asStated,
        LocalDate statedOn,
        long position,
        String figure) {}
