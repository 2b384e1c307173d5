package centralcommand.web.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Keeps what was submitted when the submission cannot be taken because the session is gone, until its writer has signed in
 * again and the form page asks for it.
 *
 * <p>What a page has to do: post with {@code th:action} (which stamps the form with its writer), and show the form with GET at
 * the address it posts to, or name the page in a hidden field {@code _page}. The kept values arrive as request parameters of
 * that GET, so a form object bound from parameters is filled without further code.
 */
@Component
public class KeptInput {

    /** Hidden field that names who wrote into the form; nobody else is shown what was kept. */
    static final String WRITER = "_writer";
    /** Hidden field with the address that shows the form, where it is not the one it posts to. */
    static final String PAGE = "_page";

    private static final String STATE = KeptInput.class.getName() + ".state";
    private static final String SESSION_KEY = KeptInput.class.getName() + ".key";
    private static final int MOST_PARAMETERS = 2_000;
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int MOST_KEPT = 500;
    private static final Set<String> NEVER_KEPT = Set.of("password", "passwd", "secret", "token", "csrf");

    // Bounded as a whole: input is kept before its writer has signed in, so anybody can cause it.
    private final Map<String, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    });

    private record Kept(String writer, Map<String, String[]> parameters, boolean complete) {}

    /** What became of kept input on the page that asks for it. */
    public enum State {
        RESTORED,
        TOO_LARGE
    }

    /** Keeps the parameters of a form submission in the session (a fresh one if need be), under the page that shows the form. */
    public void keep(HttpServletRequest request) {
        String writer = request.getParameter(WRITER);
        if (writer == null || writer.isBlank()) {
            return;
        }
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        parameters.keySet().removeIf(name -> neverKept(name) || inAddress(request, name));
        boolean complete = withinBounds(parameters);
        kept.put(
                key(request.getSession(), pathOf(page(request))),
                new Kept(writer, complete ? parameters : Map.of(), complete));
    }

    /** The address that shows the form of this submission. */
    public static String page(HttpServletRequest request) {
        String named = request.getParameter(PAGE);
        if (named != null && named.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*")) {
            return named;
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** What was kept for this page, if the one who wrote it is asking; given out once. */
    Optional<Map<String, String[]>> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Principal reader = request.getUserPrincipal();
        if (session == null || reader == null || session.getAttribute(SESSION_KEY) == null) {
            return Optional.empty();
        }
        String key = key(session, request.getRequestURI());
        Kept found = kept.get(key);
        if (found == null || !found.writer().equals(reader.getName())) {
            return Optional.empty();
        }
        kept.remove(key);
        request.setAttribute(STATE, found.complete() ? State.RESTORED : State.TOO_LARGE);
        return Optional.of(found.parameters());
    }

    /** Whether this page carries kept input; null where it does not. */
    public static @Nullable State state(HttpServletRequest request) {
        return (State) request.getAttribute(STATE);
    }

    private static String key(HttpSession session, String path) {
        String key = (String) session.getAttribute(SESSION_KEY);
        if (key == null) {
            key = UUID.randomUUID().toString();
            session.setAttribute(SESSION_KEY, key);
        }
        return key + " " + path;
    }

    private static String pathOf(String page) {
        int end = page.indexOf('?');
        return end < 0 ? page : page.substring(0, end);
    }

    private static boolean neverKept(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.equals(WRITER) || name.equals(PAGE) || NEVER_KEPT.stream().anyMatch(lower::contains);
    }

    private static boolean inAddress(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        return query != null
                && UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .containsKey(name);
    }

    private static boolean withinBounds(Map<String, String[]> parameters) {
        long count = 0;
        long characters = 0;
        for (var parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                count++;
                characters += parameter.getKey().length() + value.length();
            }
        }
        return count <= MOST_PARAMETERS && characters <= MOST_CHARACTERS;
    }
}
