package centralcommand.web.plan;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away uploads that are too large before anything reads them, and sends whoever sent them back to the form with words: read too late,
 * such a request has no form token and looks like a lost session.
 */
@Component
@Order(UploadLimitFilter.BEFORE_SECURITY)
class UploadLimitFilter extends OncePerRequestFilter {
    static final int BEFORE_SECURITY = -200;
    static final long MOST_BYTES = DataSize.ofMegabytes(25).toBytes();
    private static final Pattern FORM = Pattern.compile("/programs/[a-z0-9-]{1,64}/import");
    static final String TOO_LARGE = "tooLarge";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getMethod().equals("POST")
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A length that is not announced is one that cannot be held against the limit.
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > MOST_BYTES) {
            // Only to an address of ours: nothing has looked at this one yet.
            if (FORM.matcher(request.getRequestURI()).matches()) {
                response.sendRedirect(request.getRequestURI() + "?" + TOO_LARGE, HttpServletResponse.SC_SEE_OTHER);
            } else {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
