package centralcommand.web.rebaseline;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import centralcommand.web.desk.TypedDay;
import centralcommand.web.form.Choices;
import centralcommand.web.rebaseline.RequestForm.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as far as the form can be read.
 *
 * @param wrong sentences by the field that they are about; empty name for the whole form
 * @param command absent where something is wrong
 */
record RequestCheck(Map<String, String> wrong, @Nullable RequestRebaseline command) {

    static RequestCheck of(String programId, RequestForm form) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<RebaselineReason> reason = Choices.chosen(RebaselineReason.values(), form.reason());
        if (reason.isEmpty()) {
            wrong.put("reason", "Choose why other dates are needed.");
        }
        written(wrong, "narrative", form.narrative(), "Say in a sentence or two what happened.");
        written(wrong, "basis", form.basis(), "Say what the new dates rest on.");
        written(wrong, "consulted", form.consulted(), "Say whom your agency consulted, or that it consulted nobody.");
        if (form.source().length() > Text.PARAGRAPH) {
            wrong.put("source", "Shorten this to " + Text.PARAGRAPH + " characters.");
        }
        List<NewDate> dates = dates(form, wrong);
        if (form.asked().isEmpty()) {
            wrong.put("", "No other date is filled in, so there is nothing to ask for.");
        }
        if (form.asked().size() > ScheduleCommand.MOST_LINES) {
            wrong.put("", "Ask for at most " + ScheduleCommand.MOST_LINES + " dates at once.");
        }
        return new RequestCheck(
                wrong,
                wrong.isEmpty() && reason.isPresent()
                        ? new RequestRebaseline(
                                new ProgramId(programId),
                                reason.get(),
                                form.narrative(),
                                form.basis(),
                                form.consulted(),
                                dates,
                                stated(form))
                        : null);
    }

    private static void written(Map<String, String> wrong, String field, String text, String missing) {
        if (text.isEmpty()) {
            wrong.put(field, missing);
        } else if (text.length() > Text.PARAGRAPH) {
            wrong.put(field, "Shorten this to " + Text.PARAGRAPH + " characters.");
        }
    }

    private static List<NewDate> dates(RequestForm form, Map<String, String> wrong) {
        List<NewDate> dates = new ArrayList<>();
        for (Line line : form.asked()) {
            Optional<LocalDate> day = TypedDay.of(line.date());
            Optional<Precision> precision = Choices.chosen(Precision.values(), line.precision());
            if (day.isEmpty()) {
                wrong.put(
                        Line.name(line.milestoneId(), "date"),
                        "“" + line.date() + "” is no day. Write it as 2027-06-30.");
            } else if (precision.isEmpty()) {
                wrong.put(Line.name(line.milestoneId(), "precision"), "Choose how exact the date is.");
            } else {
                dates.add(new NewDate(new MilestoneId(line.milestoneId()), day.get(), precision.get(), null));
            }
        }
        return dates;
    }

    private static Stated stated(RequestForm form) {
        return new Stated(
                null,
                null,
                form.source().isEmpty() ? null : form.source(),
                null,
                Choices.chosen(Marking.values(), form.marking()).orElse(null),
                null);
    }
}
