package centralcommand.web.desk;

import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.clearance.ClearanceCommand.ReleaseEntries;
import centralcommand.command.contract.clearance.ClearanceCommand.SetReleasePolicy;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.form.CommandIds;
import centralcommand.web.form.ReceiptNotice;
import centralcommand.web.form.Refusals;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where entries become the agency's word. Staff see what waits and who can release it; approvers release. */
@Controller
class ReleasePages {

    private static final Set<String> WORDS_ON_DATES = Set.of("forecast-reported", "doubt-reported", "actual-reported");
    private static final int MOST_COMPARED = 100;

    private static final Map<String, String> POLICIES = policies();

    private final DeskQueries queries;
    private final CommandApi commands;

    ReleasePages(DeskQueries queries, CommandApi commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /**
     * An entry that waits.
     *
     * @param before what others see until it is released; empty where it replaces nothing
     * @param own the reader submitted it and may not release it
     */
    record Waiting(EventRow event, String before, boolean own) {}

    /**
     * What is ticked.
     *
     * @param all entries shown, released together by one button
     */
    record ReleaseForm(
            @Nullable String commandId,
            @Nullable List<Long> positions,
            @Nullable List<Long> all,
            @Nullable String which) {

        List<Long> chosen() {
            List<Long> chosen = "all".equals(which) ? all : positions;
            return chosen == null
                    ? List.of()
                    : chosen.stream().limit(ClearanceCommand.MOST_ENTRIES).toList();
        }
    }

    record PolicyForm(@Nullable String commandId, @Nullable ReleasePolicy policy) {}

    private static Map<String, String> policies() {
        Map<String, String> policies = new LinkedHashMap<>();
        policies.put(ReleasePolicy.BY_APPROVER.name(), "An approver releases each entry");
        policies.put(ReleasePolicy.AT_ONCE.name(), "Each entry is released the moment it is recorded");
        return policies;
    }

    @GetMapping("/desk/release")
    String release(@ModelAttribute("form") ReleaseForm form, SignedIn signedIn, PointInTime at, Model model) {
        return page(form.commandId(), form.chosen(), signedIn, at, model);
    }

    @PostMapping("/desk/release")
    String release(
            @ModelAttribute("form") ReleaseForm form,
            BindingResult errors,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        approver(signedIn);
        List<Long> chosen = form.chosen();
        if (chosen.isEmpty()) {
            errors.addError(new ObjectError(errors.getObjectName(), "Tick at least one entry."));
            return page(form.commandId(), chosen, signedIn, PointInTime.NOW, model);
        }
        var command = new ReleaseEntries(chosen);
        return switch (commands.send("release-entries", command, CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                int count = command.positions().size();
                String sentence = (count == 1 ? "1 entry is" : count + " entries are") + " now the word of "
                        + FactWording.agencyName(Objects.requireNonNull(signedIn.agency()))
                        + " and seen by the others.";
                next.addFlashAttribute(
                        "receipt", ReceiptNotice.of(receipt, sentence).seenAt("/board"));
                yield "redirect:/desk/release?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield page(null, chosen, signedIn, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield page(form.commandId(), chosen, signedIn, PointInTime.NOW, model);
            }
        };
    }

    @PostMapping("/desk/policy")
    String policy(
            @ModelAttribute("policyForm") PolicyForm form,
            BindingResult errors,
            SignedIn signedIn,
            Model model,
            RedirectAttributes next) {
        approver(signedIn);
        ReleasePolicy policy = form.policy();
        if (policy == null) {
            errors.addError(new ObjectError(errors.getObjectName(), "Choose one of the two."));
            return page(null, List.of(), signedIn, PointInTime.NOW, model);
        }
        Agency agency = new Agency(Objects.requireNonNull(signedIn.agency()));
        var command = new SetReleasePolicy(agency, policy);
        return switch (commands.send("set-release-policy", command, CommandIds.of(form.commandId()), null)) {
            case Outcome.Receipt receipt -> {
                next.addFlashAttribute(
                        "receipt",
                        ReceiptNotice.of(
                                receipt,
                                "From now on: " + POLICIES.get(policy.name()) + ". What waits already still waits."));
                yield "redirect:/desk/release?minPosition=" + receipt.position();
            }
            case Outcome.Refused refused -> {
                Refusals.show(refused, errors);
                yield page(null, List.of(), signedIn, PointInTime.NOW, model);
            }
            case Outcome.Unavailable away -> {
                Refusals.show(away, errors);
                yield page(null, List.of(), signedIn, PointInTime.NOW, model);
            }
        };
    }

    private static void approver(SignedIn signedIn) {
        if (!signedIn.approver()) {
            throw new AccessDeniedException("Only an approver of the agency releases.");
        }
    }

    private String page(@Nullable String commandId, List<Long> chosen, SignedIn signedIn, PointInTime at, Model model) {
        Inbox inbox = queries.inbox();
        Map<String, String> before = before(inbox);
        List<Waiting> waiting = inbox.toRelease().stream()
                .limit(ClearanceCommand.MOST_ENTRIES)
                .map(event ->
                        new Waiting(event, before(event, before), event.actor().equals(signedIn.name())))
                .toList();
        ReleasePolicy policy = inbox.policy() == null ? ReleasePolicy.BY_APPROVER : inbox.policy();
        model.addAttribute("waiting", waiting);
        model.addAttribute("more", inbox.toRelease().size() - waiting.size());
        model.addAttribute(
                "releasable", waiting.stream().filter(entry -> !entry.own()).count());
        model.addAttribute("chosen", chosen);
        model.addAttribute("commandId", CommandIds.of(commandId));
        model.addAttribute("policies", POLICIES);
        model.addAttribute("policyWords", POLICIES.get(policy.name()));
        if (!model.containsAttribute("policyForm")) {
            model.addAttribute("policyForm", new PolicyForm(null, policy));
        }
        model.addAttribute("policyCommandId", CommandIds.fresh());
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, "/desk/release"));
        model.addAttribute("position", inbox.standpoint().position());
        return "desk/release";
    }

    private static String before(EventRow event, Map<String, String> before) {
        if (event.type().equals("confirmed-unchanged")) {
            return "the same, with the day on which it was last heard of";
        }
        if (event.milestoneId() == null || !WORDS_ON_DATES.contains(event.type())) {
            return "";
        }
        return before.getOrDefault(event.milestoneId().value(), "");
    }

    /** What others see of each milestone that something waits for: the last released word about its date, or the promise. */
    private Map<String, String> before(Inbox inbox) {
        Map<String, String> before = new HashMap<>();
        inbox.toRelease().stream()
                .filter(event -> event.milestoneId() != null && WORDS_ON_DATES.contains(event.type()))
                .map(event -> Objects.requireNonNull(event.milestoneId()).value())
                .distinct()
                .limit(MOST_COMPARED)
                .forEach(milestoneId -> before.put(milestoneId, before(milestoneId, inbox)));
        return before;
    }

    private String before(String milestoneId, Inbox inbox) {
        return queries.wordsAbout(milestoneId).stream()
                .filter(event -> WORDS_ON_DATES.contains(event.type()) && event.status() == EntryStatus.RELEASED)
                .findFirst()
                .map(EventRow::summary)
                .orElseGet(() -> promise(milestoneId, inbox));
    }

    private static String promise(String milestoneId, Inbox inbox) {
        return inbox.toReport().stream()
                .filter(row -> row.milestoneId().value().equals(milestoneId))
                .map(ReleasePages::promise)
                .findFirst()
                .orElse("Nothing released yet.");
    }

    private static String promise(MilestoneRow row) {
        StatedDay promised = row.currentBaseline();
        return promised == null ? "Nothing released yet." : "The promise: " + DateWords.of(promised) + ".";
    }
}
