package centralcommand.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away uploads that are too large before anything reads them, with words. The container would stop at the same size, but then the form
 * has no fields, and its sender would be told that the session had ended.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class UploadLimit extends OncePerRequestFilter {
    /** Parameter of the form to which the sender of a schedule file is led back. */
    public static final String TOO_LARGE = "tooLarge";

    private static final Pattern SCHEDULE_FORM = Pattern.compile("/programs/[a-z0-9-]{1,64}/import");
    private static final long MOST_OF_SCHEDULE = DataSize.ofMegabytes(25).toBytes();
    private static final long MOST_OF_SHEET = DataSize.ofMegabytes(6).toBytes();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean schedule = SCHEDULE_FORM.matcher(request.getRequestURI()).matches();
        long length = request.getContentLengthLong();
        // A length that is not announced is one that cannot be held against the limit.
        if (length >= 0 && length <= (schedule ? MOST_OF_SCHEDULE : MOST_OF_SHEET)) {
            chain.doFilter(request, response);
        } else if (schedule) {
            response.sendRedirect(request.getRequestURI() + "?" + TOO_LARGE, HttpServletResponse.SC_SEE_OTHER);
        } else {
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.CONTENT_TOO_LARGE.value());
            request.getRequestDispatcher("/error").forward(new Unread(request), response);
        }
    }

    /**
     * The request without its body, and so without its token: only a page is asked for. Whoever asked for a parameter would have the
     * container read what is too large.
     */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
