package centralcommand.query.server.api;

import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Sight;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that the query does not have, or that is given twice: a misspelt filter would otherwise be answered with
 * everything, and the second of two with what the first asks for.
 */
final class KnownParameters implements HandlerInterceptor {
    private static final Set<String> EVERYWHERE = Set.of("asOf", "statedBy", "minPosition", "viewAs");

    /** A file holds all rows in one order, and has the address of its list; so what places a page of that list is let by. */
    private static final Set<String> OF_LISTS = Set.of("sort", "after", "limit");

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod query) {
            SortedSet<String> names = known.computeIfAbsent(query.getMethod(), method -> names(query));
            request.getParameterMap().keySet().stream()
                    .filter(name -> !names.contains(name) && !EVERYWHERE.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw BadQuery.unknownParameter(name, sentence(name, names));
                    });
            request.getParameterMap().entrySet().stream()
                    .filter(parameter -> parameter.getValue().length > 1)
                    .findFirst()
                    .ifPresent(parameter -> {
                        throw new BadQuery(
                                parameter.getKey(), parameter.getKey() + " is given more than once: give it once.");
                    });
        }
        return true;
    }

    private static String sentence(String name, SortedSet<String> names) {
        return "“%s” is no parameter of this query: it takes %sasOf, statedBy, minPosition and viewAs."
                .formatted(name, names.isEmpty() ? "" : String.join(", ", names) + ", ");
    }

    private static SortedSet<String> names(HandlerMethod query) {
        SortedSet<String> names = new TreeSet<>();
        for (MethodParameter parameter : query.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                names.add(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
            } else if (parameter.getParameterAnnotations().length == 0 && isRead(parameter.getParameterType())) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        if (isFile(query)) {
            names.addAll(OF_LISTS);
        }
        return names;
    }

    /** Records are read from the address component by component. */
    private static boolean isRead(Class<?> type) {
        return type.isRecord() && type != Sight.class;
    }

    private static boolean isFile(HandlerMethod query) {
        GetMapping mapping = query.getMethodAnnotation(GetMapping.class);
        return mapping != null && List.of(mapping.produces()).contains(Csv.TYPE);
    }
}
