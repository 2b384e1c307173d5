package centralcommand.web;

import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.api.QueryApi;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.table.KeyFigure;
import centralcommand.web.table.TableOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form and a table made of every fragment, the way real pages are made. */
@Controller
class SamplePages {

    private final CommandApi commands;
    private final QueryApi queries;

    SamplePages(CommandApi commands, QueryApi queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record SampleForm(
            @Nullable String commandId,

            @NotBlank(message = "Enter the new date.") @Nullable
            String date,

            @Nullable String cause,
            @Nullable String precision,
            @Nullable String amount,
            @Nullable String password,
            @Nullable String narrative) {}

    record SampleAnswer(long position, String word) {}

    @GetMapping("/sample-form")
    String show(@ModelAttribute("form") SampleForm form, Model model) {
        return page(form.commandId(), model);
    }

    @PostMapping("/sample-form")
    String send(
            @Valid @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(form.commandId(), model);
        }
        Map<String, Object> body = Map.of("date", String.valueOf(form.date()));
        return switch (commands.send("report-forecast", body, CommandIds.of(form.commandId()), 7L)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute("receipt", ReceiptNotice.of(receipt, "The date is on file."));
                yield "redirect:/sample-form?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield page(null, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield page(form.commandId(), model);
            }
        };
    }

    private static String page(@Nullable String commandId, Model model) {
        model.addAttribute("commandId", CommandIds.of(commandId));
        model.addAttribute("causes", Map.of("WEATHER", "Weather", "SUPPLY", "Supply"));
        model.addAttribute("precisions", Map.of("DAY", "A day", "MONTH", "A month"));
        return "sample-form";
    }

    @GetMapping("/sample-table")
    String table(SignedIn signedIn, HttpServletRequest request, Model model) {
        var answer =
                queries.get("/api/sample", Map.of("agency", String.valueOf(signedIn.agency())), SampleAnswer.class);
        model.addAttribute("position", answer.position());
        model.addAttribute("word", answer.word());
        model.addAttribute("order", TableOrder.of(request, Set.of("slip", "title"), "-slip"));
        model.addAttribute(
                "statuses",
                List.of("ON_TRACK", "LATE", "DONE", "DONE_LATE", "IN_DOUBT", "NO_REPORT", "PAUSED", "WITHDRAWN"));
        model.addAttribute(
                "figures", List.of(new KeyFigure("Programs", "55", "27 without a dated milestone", "/programs")));
        return "sample-table";
    }

    @GetMapping("/sample-broken")
    String broken() {
        throw new IllegalStateException("secret detail");
    }
}
