package centralcommand.web.desk;

import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.handoff.HandoffCommand.AcceptHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ConfirmHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.ContestHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeclineHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.DeliverHandoff;
import centralcommand.command.contract.handoff.HandoffCommand.RenegotiateHandoff;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import centralcommand.web.form.Choices;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One act on a hand-off.
 *
 * @param date the one that is promised, proposed or of the delivery; for an agreement the one that was shown
 * @param words reason, narrative, evidence or note, as the act asks for
 */
record HandoffActForm(
        @Nullable String commandId,

        @NotNull @Pattern(regexp = "[a-z0-9-]{1,64}", message = "This is not the id of a hand-off.") @Nullable
        String handoffId,

        @Nullable String act,
        @Nullable String date,
        @Nullable String precision,
        @Nullable String cause,

        @Size(max = Text.PARAGRAPH, message = "Shorten this to {max} characters.") @Nullable
        String words) {

    /** Sentences for fields that the act needs, by field. */
    Map<String, String> missing(HandoffAct act) {
        Map<String, String> missing = new LinkedHashMap<>();
        if (act.dated() && day().isEmpty()) {
            missing.put("date", "Give a day, such as 2027-06-30.");
        }
        if (act == HandoffAct.RENEGOTIATE
                && Choices.chosen(Cause.values(), cause).isEmpty()) {
            missing.put("cause", "Choose what caused it.");
        }
        if (act.needsWords() && said().isEmpty()) {
            missing.put("words", "Say it in one sentence.");
        }
        return missing;
    }

    private String said() {
        return words == null ? "" : words.strip();
    }

    private Optional<LocalDate> day() {
        return date == null ? Optional.empty() : TypedDay.of(date.strip());
    }

    /** What is sent, once nothing is missing. */
    HandoffCommand command(HandoffAct act, HandoffId id) {
        Precision chosen = Choices.chosen(Precision.values(), precision).orElse(null);
        String note = said().isEmpty() ? null : said();
        return switch (act) {
            case PROMISE -> new AcceptHandoff(id, day().orElseThrow(), chosen, note, Stated.PLAIN);
            case AGREE -> new AcceptHandoff(id, day().orElse(null), null, note, Stated.PLAIN);
            case DECLINE, HOLD -> new DeclineHandoff(id, said(), Stated.PLAIN);
            case RENEGOTIATE ->
                new RenegotiateHandoff(
                        id,
                        day().orElseThrow(),
                        chosen,
                        Choices.chosen(Cause.values(), cause).orElseThrow(),
                        said(),
                        Stated.PLAIN);
            case DELIVER -> new DeliverHandoff(id, day().orElseThrow(), said(), Stated.PLAIN);
            case CONTEST -> new ContestHandoff(id, said(), Stated.PLAIN);
            case CONFIRM -> new ConfirmHandoff(id, note, Stated.PLAIN);
        };
    }
}
