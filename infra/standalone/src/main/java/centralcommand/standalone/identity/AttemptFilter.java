package centralcommand.standalone.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before every place where a password is tried, and turns away who has failed too often. */
final class AttemptFilter extends OncePerRequestFilter {
    static final String SIGN_IN = "/login";
    static final String TOKEN = "/oauth2/token";
    static final String WAIT_PAGE = "/login/wait";
    static final String WAIT_SECONDS = AttemptFilter.class.getName() + ".waitSeconds";
    static final String SUCCEEDED = AttemptFilter.class.getName() + ".succeeded";
    private static final Logger LOG = LoggerFactory.getLogger(AttemptFilter.class);
    private static final int LONGEST_NAME = 64;

    private final Attempts attempts;

    AttemptFilter(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !(isToken(request) || isSignIn(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = account(request);
        String address = request.getRemoteAddr();
        try (Attempts.Turn turn = attempts.begin(account, address)) {
            if (turn.mustWait().isPresent()) {
                LOG.warn("Too many failed attempts for {} from {}", account, address);
                refuse(request, response, turn.mustWait().get());
                return;
            }
            boolean succeeded = false;
            try {
                chain.doFilter(request, response);
                succeeded = succeeded(request, response);
            } finally {
                if (!succeeded) {
                    turn.failed();
                    LOG.info("A password was refused for {} from {}", account, address);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private static boolean succeeded(HttpServletRequest request, HttpServletResponse response) {
        return isToken(request)
                ? response.getStatus() == HttpStatus.OK.value()
                : request.getAttribute(SUCCEEDED) != null;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws ServletException, IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        if (isSignIn(request)) {
            request.setAttribute(WAIT_SECONDS, seconds);
            request.getRequestDispatcher(WAIT_PAGE).forward(request, response);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(
                        "{\"error\":\"temporarily_unavailable\",\"error_description\":\"Too many failed attempts; try again in %d s.\"}"
                                .formatted(seconds)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** Whose password is tried, cut so that nobody can fill the memory or the log with names. */
    private static String account(HttpServletRequest request) {
        String name = isSignIn(request)
                ? request.getParameter("username")
                : Optional.ofNullable(basicName(request.getHeader(HttpHeaders.AUTHORIZATION)))
                        .orElse(request.getParameter(OAuth2ParameterNames.CLIENT_ID));
        String printable = Objects.requireNonNullElse(name, "").replaceAll("[^\\x21-\\x7e]", "?");
        return printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
    }

    private static @Nullable String basicName(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(0, pair.indexOf(':')));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean isToken(HttpServletRequest request) {
        return request.getRequestURI().equals(TOKEN);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals(SIGN_IN);
    }
}
