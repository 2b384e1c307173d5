package centralcommand.query.contract.history;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.query.contract.shared.EntryStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of the ledger, with who, when, role and source.
 *
 * @param type stored name, e.g. {@code forecast-reported}
 * @param summary what it says, in one plain sentence
 * @param programId the program it is about, where it is about one
 * @param agency the agency acted for; empty for the czar's office
 * @param provenance for entries only
 * @param status for entries only: where it stands at the answer's position
 * @param clearedBy who released, withdrew or corrected it; empty while it waits
 * @param clearedAt position of that act
 * @param late it told of something stated earlier than what was already on file
 * @param payload the stored JSON, as text
 */
public record EventRow(
        long position,
        long commit,
        Instant recordedAt,
        String type,
        int revision,
        String summary,
        @Nullable ProgramId programId,
        @Nullable MilestoneId milestoneId,
        String actor,
        String agency,
        List<String> roles,
        String command,
        String commandId,
        @Nullable Provenance provenance,
        @Nullable EntryStatus status,
        String clearedBy,
        @Nullable Long clearedAt,
        boolean late,
        String payload) {}
