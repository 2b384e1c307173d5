package centralcommand.web.identity;

import centralcommand.web.kept.KeptInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/**
 * The pages' own part of the HTTP session. An authorization server in the same process uses the same session; it must neither
 * open these pages by its own login nor overwrite where somebody wanted to go, so each key here is a key of our own.
 */
@Component
public class WebSession {

    static final String SIGN_IN = "/oauth2/authorization/" + WebSecurityConfiguration.REGISTRATION;
    private static final String CONTEXT = "CENTRAL_COMMAND_WEB_CONTEXT";
    private static final String WANTED = "CENTRAL_COMMAND_WEB_WANTED";

    private final KeptInput keptInput;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    @SuppressWarnings("NullAway") // Null is how Spring is told to add no parameter of its own to the address.
    WebSession(KeptInput keptInput) {
        this.keptInput = keptInput;
        contexts.setSpringSecurityContextKey(CONTEXT);
        wanted.setSessionAttrName(WANTED);
        wanted.setRequestMatcher(WebSession::isPage);
        wanted.setMatchingRequestParameterName(null);
    }

    SecurityContextRepository contexts() {
        return contexts;
    }

    RequestCache wanted() {
        return wanted;
    }

    /** Who is signed in to the pages, whichever filter chain serves the request. */
    public Optional<SignedIn> signedIn(HttpServletRequest request) {
        return authentication(request).map(token -> SignedIn.of(token.getPrincipal()::getAttributes));
    }

    Optional<OAuth2AuthenticationToken> authentication(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken token) {
            return Optional.of(token);
        }
        Authentication stored = contexts.loadDeferredContext(request).get().getAuthentication();
        return stored instanceof OAuth2AuthenticationToken token ? Optional.of(token) : Optional.empty();
    }

    /** Sends somebody whose submission could not be taken to the form page, through sign-in if need be, with the input kept. */
    void resume(HttpServletRequest request, HttpServletResponse response) throws IOException {
        keptInput.keep(request);
        String page = KeptInput.page(request);
        if (authentication(request).isPresent()) {
            redirect(request, response, page);
        } else {
            signInFor(page, request, response);
        }
    }

    /** Forgets who was signed in and goes through sign-in to the same page, with the input kept if this was a submission. */
    public void signInAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityContext nobody = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(nobody);
        contexts.saveContext(nobody, request, response);
        if (!request.getMethod().equals("GET")) {
            keptInput.keep(request);
        }
        signInFor(KeptInput.page(request), request, response);
    }

    private static void signInFor(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.getSession().setAttribute(WANTED, new SimpleSavedRequest(page));
        redirect(request, response, SIGN_IN);
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if (isHtmx(request)) {
            response.setHeader("HX-Redirect", address);
        } else {
            response.sendRedirect(address, HttpServletResponse.SC_SEE_OTHER);
        }
    }

    static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** A stream has no page to redirect: it is told that its session has ended, and stops. */
    static boolean isStream(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream") && !isHtmx(request);
    }

    /** Only what a person sees in the address bar is worth coming back to: no fragment, stream, picture or submission. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET") && !isHtmx(request) && accept != null && accept.contains("text/html");
    }
}
