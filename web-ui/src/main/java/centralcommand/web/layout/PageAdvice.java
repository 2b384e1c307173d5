package centralcommand.web.layout;

import centralcommand.web.identity.SignedIn;
import centralcommand.web.identity.WebSession;
import centralcommand.web.kept.KeptInput;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the frame around it needs: who is signed in, the point in time, the way around. */
@ControllerAdvice
class PageAdvice {

    private final WebSession session;

    PageAdvice(WebSession session) {
        this.session = session;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        PointInTime at = PointInTime.of(request);
        @Nullable SignedIn signedIn = session.signedIn(request).orElse(null);
        model.addAttribute("signedIn", signedIn);
        model.addAttribute("at", at);
        model.addAttribute("backToNow", PointInTime.backToNow(request));
        model.addAttribute("keptInput", KeptInput.state(request));
        model.addAttribute("navigation", signedIn == null ? List.of() : NavigationItem.of(signedIn, at, path(request)));
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
