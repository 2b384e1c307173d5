package centralcommand.web.command;

import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.command.FormField.Group;
import centralcommand.web.command.FormField.Input;
import centralcommand.web.command.FormField.Lines;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A page with every command that the signed-in person may send, and a form for each. */
@Controller
class CommandPages {
    private static final String FORM = "commandForm";

    private final CommandApi commands;

    CommandPages(CommandApi commands) {
        this.commands = commands;
    }

    @GetMapping("/commands")
    String all(SignedIn person, Model model) {
        model.addAttribute(
                "commands", types().stream().filter(type -> type.openTo(person)).toList());
        return "command/all";
    }

    /** A page that opens a form fills it from its address: {@code /commands/approve-program?programId=ucore-smc&version=7}. */
    @GetMapping("/commands/{name}")
    String form(
            @PathVariable String name,
            SignedIn person,
            @ModelAttribute(FORM) CommandForm form,
            BindingResult errors,
            @RequestParam Map<String, String> address,
            Model model) {
        CommandType type = type(name, person);
        inputs(SchemaForm.fields(type.schema(), address, Map.of()))
                .forEach(input -> form.getValues().putIfAbsent(input.path(), input.value()));
        return show(type, form, model);
    }

    @PostMapping("/commands/{name}")
    String send(
            @PathVariable String name,
            SignedIn person,
            @ModelAttribute(FORM) CommandForm form,
            BindingResult errors,
            @RequestParam(name = "more", required = false) @Nullable String more,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CommandType type = type(name, person);
        if (more != null) {
            form.getLines().merge(more, 2, (shown, one) -> shown + 1);
            return show(type, form, model);
        }
        List<FormField> fields = SchemaForm.fields(type.schema(), form.getValues(), form.getLines());
        inputs(fields).forEach(input -> form.getValues().putIfAbsent(input.path(), ""));
        FieldCheck.of(fields).forEach(each -> errors.rejectValue(each.input().name(), each.code(), each.sentence()));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(type, form, model);
        }
        Map<String, Object> body = SchemaForm.body(type.schema(), form.getValues());
        return switch (commands.send(name, body, CommandIds.of(form.getCommandId()), form.getVersion())) {
            case Outcome.Receipt receipt -> {
                redirect.addFlashAttribute("receipt", notice(type, receipt));
                yield "redirect:/commands?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                show(refused, errors, inputs(fields));
                form.setCommandId(null);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(type, form, model);
            }
            case Outcome.Unavailable unavailable -> {
                Refusals.show(unavailable, errors);
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield show(type, form, model);
            }
        };
    }

    private String show(CommandType type, CommandForm form, Model model) {
        form.setCommandId(CommandIds.of(form.getCommandId()));
        List<FormField> fields = SchemaForm.fields(type.schema(), form.getValues(), form.getLines());
        inputs(fields).forEach(input -> form.getValues().putIfAbsent(input.path(), ""));
        model.addAttribute("command", type);
        model.addAttribute("fields", fields);
        return "command/form";
    }

    private List<CommandType> types() {
        return commands.get("/api/commands", CommandTypes.class).commands();
    }

    /** A command that is not for this person is said to be so before they type anything; the service would say it too. */
    private CommandType type(String name, SignedIn person) {
        CommandType type = types().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!type.openTo(person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return type;
    }

    private static ReceiptNotice notice(CommandType type, Outcome.Receipt receipt) {
        String done =
                type.title() + (receipt.events().isEmpty() ? ": what is on file already says so." : ": recorded.");
        ReceiptNotice notice = ReceiptNotice.of(receipt, done);
        return receipt.events().isEmpty()
                ? notice
                : notice.seenAt("/events/" + receipt.events().getFirst().position());
    }

    private static void show(Outcome.Refused refused, BindingResult errors, List<Input> inputs) {
        inputs.stream()
                .filter(input -> input.path().equals(refused.field()))
                .findFirst()
                .ifPresentOrElse(
                        input -> errors.rejectValue(input.name(), refused.code(), FieldCheck.sentence(refused, input)),
                        () -> Refusals.show(refused, errors));
    }

    private static List<Input> inputs(List<FormField> fields) {
        List<Input> inputs = new ArrayList<>();
        for (FormField field : fields) {
            switch (field) {
                case Input input -> inputs.add(input);
                case Group group -> inputs.addAll(inputs(group.fields()));
                case Lines lines -> inputs.addAll(inputs(lines.lines()));
            }
        }
        return inputs;
    }
}
