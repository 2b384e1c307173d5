package centralcommand.web.rebaseline;

import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.api.QueryApi;
import centralcommand.web.desk.DateWords;
import centralcommand.web.form.Choices;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.rebaseline.RequestForm.Line;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import centralcommand.web.time.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff of the agency that leads ask for other dates than those promised. */
@Controller
class RequestPages {
    private static final String FORM = "form";
    private static final Pattern LINE = Pattern.compile("dates\\[(\\d{1,4})]\\..*");
    private static final Map<String, String> PRECISIONS = Choices.of(Precision.values(), DateWords::choice);

    private final QueryApi queries;
    private final CommandApi commands;
    private final FactWording facts;
    private final Wording wording;

    RequestPages(QueryApi queries, CommandApi commands, FactWording facts, Wording wording) {
        this.queries = queries;
        this.commands = commands;
        this.facts = facts;
        this.wording = wording;
    }

    @GetMapping("/programs/{programId:[a-z0-9-]{1,64}}/rebaseline")
    String form(
            @PathVariable String programId, HttpServletRequest request, SignedIn person, PointInTime at, Model model) {
        RequestForm form = RequestForm.of(request.getParameterMap());
        return page(programId, form, form.commandId(), List.of(), person, at, model);
    }

    @PostMapping("/programs/{programId:[a-z0-9-]{1,64}}/rebaseline")
    String ask(
            @PathVariable String programId,
            HttpServletRequest request,
            SignedIn person,
            Model model,
            RedirectAttributes next) {
        RequestForm form = RequestForm.of(request.getParameterMap());
        RequestCheck check = RequestCheck.of(programId, form);
        RequestRebaseline command = check.command();
        if (command == null) {
            List<Wrong> wrong = check.wrong().entrySet().stream()
                    .map(each -> new Wrong(each.getKey().isEmpty() ? null : each.getKey(), null, each.getValue()))
                    .toList();
            return page(programId, form, form.commandId(), wrong, person, PointInTime.NOW, model);
        }
        return switch (commands.send("request-rebaseline", command, form.commandId(), null)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute("receipt", ReceiptNotice.of(receipt, sentence(command)));
                yield "redirect:/programs/" + command.programId() + "?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Wrong wrong = new Wrong(shownField(refused.field(), form), refused.code(), refused.detail());
                yield page(programId, form, CommandIds.fresh(), List.of(wrong), person, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Wrong wrong = new Wrong(null, "NOT_ANSWERED", away.sentence());
                yield page(programId, form, form.commandId(), List.of(wrong), person, PointInTime.NOW, model);
            }
        };
    }

    private static String sentence(RequestRebaseline command) {
        int dates = command.dates().size();
        return "You asked for " + (dates == 1 ? "another date" : dates + " other dates")
                + ". The promise stands as it was until the czar's office decides, which sees the request once it is released.";
    }

    /** Something the page says beside a field, or above the form where it names none. */
    private record Wrong(@Nullable String field, @Nullable String code, String sentence) {}

    /** The field of the page that a component of the command was typed into. */
    private static @Nullable String shownField(@Nullable String component, RequestForm form) {
        if (component == null) {
            return null;
        }
        var line = LINE.matcher(component);
        if (!line.matches()) {
            return component;
        }
        int number = Integer.parseInt(line.group(1));
        List<Line> asked = form.asked();
        return number < asked.size() ? Line.name(asked.get(number).milestoneId(), "date") : null;
    }

    private String page(
            String programId,
            RequestForm sent,
            String commandId,
            List<Wrong> wrong,
            SignedIn person,
            PointInTime at,
            Model model) {
        ProgramPage page = queries.get("/api/programs/{programId}", Map.of("programId", programId), ProgramPage.class);
        if (!person.agencyStaff() || !page.program().agency().code().equals(person.agency())) {
            throw new AccessDeniedException("Only staff of the agency that leads a program ask for other dates.");
        }
        List<RequestRow> rows = RequestRow.of(page, wording);
        RequestForm form = sent.complete(rows.stream().map(RequestRow::id).toList(), commandId);
        BindingResult result = new BeanPropertyBindingResult(form, FORM);
        for (Wrong each : wrong) {
            String field = each.field();
            String[] codes = each.code() == null ? null : new String[] {each.code()};
            result.addError(
                    field != null && result.getFieldType(field) != null
                            ? new FieldError(
                                    FORM, field, result.getFieldValue(field), false, codes, null, each.sentence())
                            : new ObjectError(FORM, codes, null, each.sentence()));
        }
        model.addAttribute(FORM, form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, result);
        model.addAttribute("page", page);
        model.addAttribute("rows", rows);
        model.addAttribute("changeable", !at.past() && rows.stream().anyMatch(RequestRow::open));
        model.addAttribute("reasons", Choices.of(RebaselineReason.values(), facts::name));
        model.addAttribute("precisions", PRECISIONS);
        model.addAttribute("markings", Choices.of(Marking.values(), facts::name));
        model.addAttribute("position", page.standpoint().position());
        return "rebaseline/request";
    }
}
