package centralcommand.web.time;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The point in time a page shows, taken from its address. Both axes may be absent: then the page shows now.
 *
 * @param asOf     what was recorded by then: a position, a day, or an instant, as it stands in the address
 * @param statedBy only what was stated by that day, as it stands in the address
 */
public record PointInTime(@Nullable String asOf, @Nullable String statedBy) {

    public static final PointInTime NOW = new PointInTime(null, null);

    public static PointInTime of(HttpServletRequest request) {
        return new PointInTime(request.getParameter("asOf"), request.getParameter("statedBy"));
    }

    public PointInTime {
        asOf = asOf == null || asOf.isBlank() ? null : asOf.strip();
        statedBy = statedBy == null || statedBy.isBlank() ? null : statedBy.strip();
    }

    /** Whether this is not now. */
    public boolean past() {
        return asOf != null || statedBy != null;
    }

    /** The point as query parameters; empty for now. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (asOf != null) {
            parameters.put("asOf", asOf);
        }
        if (statedBy != null) {
            parameters.put("statedBy", statedBy);
        }
        return parameters;
    }

    /** The address of another page at the same point in time: links keep it, so nobody leaves the past unawares. */
    public String to(String path) {
        var address = UriComponentsBuilder.fromUriString(path);
        parameters().forEach((name, value) -> address.replaceQueryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters()).toUriString();
    }

    /** The address of the entries behind a figure, at the same point in time. */
    public String toFigure(String figure) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("figure", figure);
        all.putAll(parameters());
        var address = UriComponentsBuilder.fromPath("/lineage");
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    /** The same page and filters, now. */
    public static String backToNow(HttpServletRequest request) {
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam("asOf")
                .replaceQueryParam("statedBy")
                .replaceQueryParam("minPosition")
                .build()
                .toUriString();
    }
}
