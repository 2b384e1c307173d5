package centralcommand.web.desk;

import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.web.api.QueryRefused;
import centralcommand.web.desk.ReportCheck.Change;
import centralcommand.web.desk.ReportCheck.Moved;
import centralcommand.web.desk.ReportCheck.Wrong;
import centralcommand.web.desk.ReportForm.Line;
import centralcommand.web.desk.ReportSending.Refusal;
import centralcommand.web.desk.ReportSending.Result;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The month's report: fill in, check, send. One address, so that what was typed comes back to it after an expired session. */
@Controller
class ReportPages {

    private static final String FORM = "report";
    private static final Set<String> LINE_FIELDS =
            Set.of("unchanged", "date", "precision", "cause", "narrative", "source", "evidence", "marking");

    private final DeskQueries queries;
    private final ReportSending sending;

    ReportPages(DeskQueries queries, ReportSending sending) {
        this.queries = queries;
        this.sending = sending;
    }

    @GetMapping("/desk")
    String report(HttpServletRequest request, SignedIn signedIn, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        ReportForm sent = ReportForm.of(request.getParameterMap());
        ReportForm form = sent == null
                ? ReportForm.prefilled(inbox, Objects.requireNonNull(signedIn.agency()))
                : ReportPage.complete(sent, inbox);
        return new Showing(signedIn, at, inbox, model).report(form);
    }

    @PostMapping(value = "/desk", params = "step=edit")
    String edit(HttpServletRequest request, SignedIn signedIn, Model model) {
        Inbox inbox = queries.inbox();
        return new Showing(signedIn, PointInTime.NOW, inbox, model).report(ReportPage.complete(form(request), inbox));
    }

    @PostMapping("/desk")
    String check(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn, Model model) {
        Inbox inbox = queries.inbox();
        ReportForm form = form(request);
        ReportCheck check =
                ReportCheck.of(form, inbox.toReport(), inbox.standpoint().today());
        Showing showing = new Showing(signedIn, PointInTime.NOW, inbox, model);
        if (!showing.acceptable(form, check)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return showing.report(form);
        }
        return showing.check(form, check);
    }

    @PostMapping(value = "/desk", params = "step=send")
    String send(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        Inbox inbox = queries.inbox();
        ReportForm form = form(request);
        ReportCheck check =
                ReportCheck.of(form, inbox.toReport(), inbox.standpoint().today());
        ReportForm left = sending.withoutRecorded(form, check);
        if (!left.equals(form)) {
            check = ReportCheck.of(left, inbox.toReport(), inbox.standpoint().today());
        }
        Showing showing = new Showing(signedIn, PointInTime.NOW, inbox, model);
        if (!showing.acceptable(left, check)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return showing.report(left);
        }
        Result result = sending.send(left, check);
        if (result.complete() && result.nothingNew()) {
            String sentence = "Nothing new was recorded: what you sent was on file already.";
            next.addFlashAttribute(
                    "receipt", new ReceiptNotice(sentence, result.position(), List.of(), List.of(), null));
            return "redirect:/desk?minPosition=" + result.position();
        }
        if (result.complete()) {
            return "redirect:" + receipt(result);
        }
        Inbox now = queries.inbox(result.position());
        response.setStatus(
                result.unanswered() == null
                        ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                        : HttpStatus.SERVICE_UNAVAILABLE.value());
        return new Showing(signedIn, PointInTime.NOW, now, model).unfinished(result);
    }

    /** What a new date would push, while it is being typed: part of the page, never needed by it. */
    @GetMapping("/desk/pushes")
    String pushes(@RequestParam String milestoneId, HttpServletRequest request, Model model) {
        String date = parameter(request, Line.name(milestoneId, "date"));
        String precision = parameter(request, Line.name(milestoneId, "precision"));
        model.addAttribute("pushes", null);
        model.addAttribute("reason", null);
        if (TypedDay.of(date).isPresent()) {
            try {
                model.addAttribute(
                        "pushes", queries.pushes(milestoneId, TypedDay.of(date).get(), precision));
            } catch (QueryRefused refused) {
                model.addAttribute("reason", refused.getMessage());
            }
        }
        return "desk/parts :: preview";
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static ReportForm form(HttpServletRequest request) {
        ReportForm form = ReportForm.of(request.getParameterMap());
        return form == null ? ReportForm.empty() : form;
    }

    private static String receipt(Result result) {
        var address = UriComponentsBuilder.fromPath("/desk/receipt");
        result.form().recorded().forEach(commandId -> address.queryParam("command", commandId));
        if (result.position() > 0) {
            address.queryParam("minPosition", result.position());
        }
        return address.encode().build().toUriString();
    }

    /** One answer on its way to the page. */
    private final class Showing {
        private final SignedIn signedIn;
        private final Inbox inbox;
        private final Model model;
        private final Set<String> opened = new HashSet<>();
        private final Map<String, Moved> moved = new LinkedHashMap<>();
        private final List<Error> errors = new ArrayList<>();

        /**
         * Something the page says beside a field, or above the form where it names none.
         *
         * @param code of a refusal by the command service; what is said here has none
         */
        private record Error(
                @Nullable String field, @Nullable String code, String sentence) {}

        Showing(SignedIn signedIn, PointInTime at, Inbox inbox, Model model) {
            this.signedIn = signedIn;
            this.inbox = inbox;
            this.model = model;
            model.addAttribute("desk", Desk.of(signedIn, at, inbox, "/desk"));
            model.addAttribute("position", inbox.standpoint().position());
        }

        private String agency() {
            return Objects.requireNonNull(signedIn.agency());
        }

        /** Whether the report can go on; collects what is wrong with it where it cannot. */
        boolean acceptable(ReportForm form, ReportCheck check) {
            check.wrong().forEach(this::add);
            check.moved().forEach(this::add);
            if (check.ready() && check.empty() && form.recorded().isEmpty()) {
                errors.add(new Error(
                        null, null, "Nothing is ticked and no change is filled in, so there is nothing to send."));
            }
            return errors.isEmpty();
        }

        private void add(Wrong wrong) {
            if (wrong.milestoneId() != null) {
                opened.add(wrong.milestoneId());
            }
            errors.add(new Error(wrong.name(), null, named(wrong.milestoneId(), wrong.sentence())));
        }

        private void add(Moved line) {
            String id = line.line().milestoneId();
            moved.put(id, line);
            if (line.row() == null) {
                errors.add(new Error(
                        null, null, "Milestone " + id + " is no longer open: nothing can be said of it here."));
            } else {
                opened.add(id);
                errors.add(new Error(Line.name(id, "unchanged"), null, moved(line.line(), line.row())));
            }
        }

        private String moved(Line line, MilestoneRow row) {
            return row.title() + " moved since you opened this page: it said "
                    + line.seen().words() + ", and now says " + DateWords.onFile(row)
                    + ". Look at it again, and tick or change it.";
        }

        String unfinished(Result result) {
            ReportForm form = result.form();
            result.refused().forEach(this::add);
            for (Line line : form.lines().values()) {
                MilestoneRow row = row(line.milestoneId());
                if (row != null && line.changed() && !line.seen().still(row)) {
                    add(new Moved(line, row));
                }
            }
            model.addAttribute("unanswered", result.unanswered());
            return report(form);
        }

        private void add(Refusal refusal) {
            String id = refusal.milestoneId();
            if (id != null) {
                opened.add(id);
            }
            errors.add(new Error(shownField(id, refusal.field()), refusal.code(), named(id, refusal.sentence())));
        }

        /** Above the form a sentence stands apart from its row, so it says whose it is. */
        private String named(@Nullable String milestoneId, String sentence) {
            MilestoneRow row = milestoneId == null ? null : row(milestoneId);
            return row == null ? sentence : row.title() + ": " + sentence;
        }

        /** The field of the page that a component of a command was typed into. */
        private static @Nullable String shownField(@Nullable String milestoneId, @Nullable String component) {
            if ("statedOn".equals(component)) {
                return "statusDate";
            }
            if (milestoneId == null) {
                return "source".equals(component) ? component : null;
            }
            return Line.name(milestoneId, component != null && LINE_FIELDS.contains(component) ? component : "what");
        }

        private @Nullable MilestoneRow row(String milestoneId) {
            return inbox.toReport().stream()
                    .filter(row -> row.milestoneId().value().equals(milestoneId))
                    .findFirst()
                    .orElse(null);
        }

        String report(ReportForm sent) {
            ReportForm form = sent;
            for (Moved line : moved.values()) {
                if (line.row() != null) {
                    form = form.with(line.line().seeing(Seen.of(line.row())));
                }
            }
            form = ReportPage.complete(form, inbox);
            BindingResult result = new BeanPropertyBindingResult(form, FORM);
            for (Error error : errors) {
                String field = error.field();
                String[] codes = error.code() == null ? null : new String[] {error.code()};
                result.addError(
                        field != null && result.getFieldType(field) != null
                                ? new FieldError(
                                        FORM, field, result.getFieldValue(field), false, codes, null, error.sentence())
                                : new ObjectError(FORM, codes, null, error.sentence()));
            }
            model.addAttribute(FORM, form);
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, result);
            model.addAttribute("page", ReportPage.of(inbox, form, agency(), opened));
            model.addAttribute("hiddenSlips", inbox.hiddenSlips());
            model.addAttribute("whats", ReportPage.WHATS);
            model.addAttribute("causes", ReportPage.CAUSES);
            model.addAttribute("precisions", ReportPage.PRECISIONS);
            model.addAttribute("markings", ReportPage.MARKINGS);
            model.addAttribute("clearance", Desk.clearance(inbox, agency()));
            model.addAttribute("recorded", recorded(form));
            return "desk/report";
        }

        private List<EventRow> recorded(ReportForm form) {
            return form.recorded().stream()
                    .flatMap(commandId -> queries.eventsOf(commandId).stream())
                    .toList();
        }

        String check(ReportForm form, ReportCheck check) {
            List<Told> told = check.changes().stream().map(this::told).toList();
            model.addAttribute("form", form);
            model.addAttribute("check", check);
            model.addAttribute("told", told);
            model.addAttribute("month", ReportPage.inWords(inbox.month()));
            model.addAttribute("clearance", Desk.clearance(inbox, agency()));
            model.addAttribute("recorded", recorded(form));
            return "desk/check";
        }

        private Told told(Change change) {
            Pushes pushes = change.command() instanceof ReportForecast forecast ? queries.pushes(forecast) : null;
            return Told.of(change, pushes);
        }
    }
}
