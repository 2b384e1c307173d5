package centralcommand.standalone.sample;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows of the folder ask for, as one command.
 *
 * @param agency whose staff send it; the czar's office where there is none
 * @param subject id of what it is about, for people and for the command's own id
 * @param day on which it was stated
 * @param rows that it says, the first one's place decides the order within a day
 * @param gives ids that are there once it is carried out
 * @param needs ids that must be there before
 * @param then who has to decide on it
 * @param single the same rows, one command each, where they are more than one
 */
record Step(
        @Nullable Agency agency,
        String subject,
        Command command,
        LocalDate day,
        List<Row> rows,
        Set<String> gives,
        Set<String> needs,
        Then then,
        List<Step> single) {

    /** The decision that a command waits for. */
    enum Then {
        NOTHING,
        PROGRAM_IS_APPROVED,
        BASELINE_IS_APPROVED
    }

    Step(
            @Nullable Agency agency,
            String subject,
            Command command,
            LocalDate day,
            Row row,
            Set<String> gives,
            Set<String> needs,
            Then then) {
        this(agency, subject, command, day, List.of(row), gives, needs, then, List.of());
    }

    /** What was stated on no known day comes after all that was. */
    static LocalDate dayOf(@Nullable LocalDate statedOn) {
        return statedOn == null ? LocalDate.MAX : statedOn;
    }

    Sender sender() {
        return agency == null ? Sender.CZAR : Sender.staff(agency);
    }

    Row firstRow() {
        return rows.getFirst();
    }
}
