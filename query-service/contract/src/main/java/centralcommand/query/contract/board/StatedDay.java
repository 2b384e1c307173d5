package centralcommand.query.contract.board;

import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.shared.EntryStatus;
import java.time.LocalDate;

/**
 * A date on the board.
 *
 * @param date last day of the period
 * @param first first day of the period
 * @param asStated the source's own words, possibly empty
 * @param position of the entry that said so
 * @param status where that entry stands: SUBMITTED is seen by its agency and by auditors only, so they are told
 * @param marking of that entry
 * @param figure id for {@code /api/lineage}
 */
public record StatedDay(
        LocalDate date,
        LocalDate first,
        Precision precision,
        String asStated,
        LocalDate statedOn,
        long position,
        EntryStatus status,
        Marking marking,
        String figure) {}
