package centralcommand.web.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form sent from one of our own pages without a valid CSRF token is, in practice, one whose session ended while it was being
 * filled in. Its input is kept; nothing is carried out. The same from another site is refused and leaves nothing behind.
 */
class LostSubmission implements AccessDeniedHandler {

    private final WebSession session;
    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    LostSubmission(WebSession session) {
        this.session = session;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException) || !fromOurselves(request)) {
            refusal.handle(request, response, denied);
        } else if (request.getRequestURI().equals(WebSecurityConfiguration.SIGN_OUT)) {
            response.sendRedirect(WebSecurityConfiguration.SIGNED_OUT, HttpServletResponse.SC_SEE_OTHER);
        } else {
            session.resume(request, response);
        }
    }

    /** By the browser's own word, which no page of another site can change. */
    private static boolean fromOurselves(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equals(ownOrigin(request));
    }

    private static String ownOrigin(HttpServletRequest request) {
        boolean usualPort = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usualPort ? "" : ":" + request.getServerPort());
    }
}
