package centralcommand.web.kept;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives kept input back to the form page as request parameters; runs after security, which says who is asking. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeptInputFilter extends OncePerRequestFilter {

    private final KeptInput keptInput;

    KeptInputFilter(KeptInput keptInput) {
        this.keptInput = keptInput;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || request.getHeader("HX-Request") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = keptInput.take(request);
        chain.doFilter(kept.isPresent() ? new Restored(request, kept.get()) : request, response);
    }

    private static final class Restored extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters;

        Restored(HttpServletRequest request, Map<String, String[]> kept) {
            super(request);
            Map<String, String[]> all = new LinkedHashMap<>(kept);
            all.putAll(request.getParameterMap());
            this.parameters = Collections.unmodifiableMap(all);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values.clone();
        }
    }
}
