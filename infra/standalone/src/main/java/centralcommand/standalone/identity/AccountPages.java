package centralcommand.standalone.identity;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator adds, disables and enables accounts, and gives new passwords. */
@Controller
@RequestMapping("/admin/accounts")
class AccountPages {
    private static final String VIEW = "identity/accounts";
    private static final String HERE = "redirect:/admin/accounts";
    private static final int RECENT = 50;
    private static final Map<Role, String> LABELS = new EnumMap<>(Map.of(
            Role.AGENCY_STAFF, "agency staff",
            Role.AGENCY_APPROVER, "agency approver",
            Role.CZAR, "czar's office",
            Role.AUDITOR, "auditor",
            Role.ADMIN, "administrator"));

    /** A new account as typed. */
    record NewAccount(
            @Nullable String name,
            @Nullable String agency,
            @Nullable List<Role> roles) {}

    /** An account as shown. */
    record Row(String name, String agency, String words, String state, boolean disabled) {
        static Row of(Account account) {
            Agency agency = account.agency();
            return new Row(
                    account.name(),
                    agency == null ? "none" : agency.code(),
                    account.roles().stream().map(LABELS::get).collect(Collectors.joining(", ")),
                    account.disabled() ? "disabled" : account.sample() ? "sample, with a public password" : "active",
                    account.disabled());
        }
    }

    private final Accounts accounts;

    AccountPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String list(Model model) {
        return page(model, new NewAccount("", "", List.of()));
    }

    @PostMapping
    String add(
            @ModelAttribute("form") NewAccount form,
            BindingResult binding,
            Model model,
            Principal admin,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            if (!binding.hasErrors()) {
                String name = Objects.requireNonNullElse(form.name(), "").strip();
                String password = accounts.add(
                        name,
                        agency(form.agency()),
                        Objects.requireNonNullElse(form.roles(), List.of()),
                        admin.getName());
                return showOnce(next, name, password);
            }
        } catch (AccountRefused refused) {
            binding.rejectValue(refused.field(), "refused", refused.sentence());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model, form);
    }

    @PostMapping("/{name}/disable")
    String disable(@PathVariable String name, Principal admin, RedirectAttributes next) {
        return act(next, () -> accounts.disable(name, admin.getName()), name + " can no longer sign in.");
    }

    @PostMapping("/{name}/enable")
    String enable(@PathVariable String name, Principal admin, RedirectAttributes next) {
        return act(next, () -> accounts.enable(name, admin.getName()), name + " can sign in again.");
    }

    @PostMapping("/{name}/reset-password")
    String resetPassword(@PathVariable String name, Principal admin, RedirectAttributes next) {
        try {
            return showOnce(next, name, accounts.resetPassword(name, admin.getName()));
        } catch (AccountRefused refused) {
            return refuse(next, refused);
        }
    }

    private String page(Model model, NewAccount form) {
        List<AccountChange> changes = accounts.changes();
        model.addAttribute("form", form);
        model.addAttribute("accounts", accounts.all().stream().map(Row::of).toList());
        model.addAttribute("labels", LABELS);
        model.addAttribute("changes", changes.reversed().stream().limit(RECENT).toList());
        return VIEW;
    }

    private static @Nullable Agency agency(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return new Agency(code);
        } catch (IllegalArgumentException notACode) {
            throw new AccountRefused("agency", String.valueOf(notACode.getMessage()));
        }
    }

    private static String act(RedirectAttributes next, Runnable change, String done) {
        try {
            change.run();
            next.addFlashAttribute("done", done);
            return HERE;
        } catch (AccountRefused refused) {
            return refuse(next, refused);
        }
    }

    private static String refuse(RedirectAttributes next, AccountRefused refused) {
        next.addFlashAttribute("refused", refused.sentence());
        return HERE;
    }

    private static String showOnce(RedirectAttributes next, String name, String password) {
        next.addFlashAttribute("passwordOf", name);
        next.addFlashAttribute("password", password);
        return HERE;
    }
}
