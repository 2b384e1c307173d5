package centralcommand.query.contract.board;

import centralcommand.command.contract.program.ProgramId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a decision.
 *
 * @param command name of the command that decides it, e.g. {@code approve-program}
 * @param sentence what is asked, by whom, since when
 * @param baseline number of the baseline, where it is one
 * @param position of the entry that asks
 */
public record Decision(
        String command,
        ProgramId programId,
        @Nullable Integer baseline,
        String sentence,
        LocalDate since,
        long position) {}
