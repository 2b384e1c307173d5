package centralcommand.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page where a password is typed. It never says whether the name or the password was wrong. */
@Controller
class SignInPage {
    private static final String VIEW = "identity/sign-in";

    @GetMapping(AttemptFilter.SIGN_IN)
    String signIn(Model model, @RequestParam(required = false) String error) {
        if (error != null) {
            model.addAttribute("refused", "The name or the password is not right.");
        }
        return VIEW;
    }

    /** Reached only from {@link AttemptFilter}, which has set the status and the header. */
    @PostMapping(AttemptFilter.WAIT_PAGE)
    String wait(HttpServletRequest request, Model model) {
        model.addAttribute(
                "refused",
                "Too many attempts have failed. Try again in %s seconds."
                        .formatted(request.getAttribute(AttemptFilter.WAIT_SECONDS)));
        return VIEW;
    }
}
