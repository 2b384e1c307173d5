package centralcommand.command.contract.clearance;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Text;
import java.time.YearMonth;
import java.util.List;

/** What may be asked about entries: an entry is named by its position in the ledger. */
public sealed interface ClearanceCommand extends Command {

    /** Most entries released in one act. */
    int MOST_ENTRIES = 1_000;

    /** Asks to make entries of the sender's agency its word; never one that the sender submitted. All are released or none; one that is released already is passed over. */
    record ReleaseEntries(List<Long> positions) implements ClearanceCommand {
        public ReleaseEntries {
            if (positions.isEmpty() || positions.size() > MOST_ENTRIES) {
                throw new IllegalArgumentException(
                        "positions has " + positions.size() + " entries: give 1 to " + MOST_ENTRIES + ".");
            }
            positions = positions.stream().distinct().sorted().toList();
        }
    }

    /** Asks, for its author, to take back an entry that is not released yet. */
    record WithdrawEntry(long position, String reason) implements ClearanceCommand {
        public WithdrawEntry {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }

    /** Asks, for an approver of the agency, to change how its entries are released from now on. */
    record SetReleasePolicy(Agency agency, ReleasePolicy policy) implements ClearanceCommand {}

    /** Certifies, for an approver of the agency, that its report for the calendar month is complete. */
    record CertifyPeriod(Agency agency, YearMonth month) implements ClearanceCommand {
        public CertifyPeriod {
            month = Days.required("month", month);
        }
    }

    /** Asks to strike a released entry because it is wrong; the right one is entered by its ordinary command. */
    record CorrectEntry(long position, String reason) implements ClearanceCommand {
        public CorrectEntry {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }
}
