package centralcommand.web.time;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * From where a page looks, taken from its address: a point on two axes of time, and for auditors whose eyes. All may be absent:
 * then the page shows now, as its reader sees it.
 *
 * @param asOf     what was recorded by then: a position, a day, or an instant, as it stands in the address
 * @param statedBy only what was stated by that day, as it stands in the address
 * @param viewAs   whose eyes it is seen with, such as {@code CZAR}; an auditor may choose
 */
public record PointInTime(
        @Nullable String asOf,
        @Nullable String statedBy,
        @Nullable String viewAs) {

    public static final PointInTime NOW = new PointInTime(null, null, null);

    public static PointInTime of(HttpServletRequest request) {
        return new PointInTime(
                request.getParameter("asOf"), request.getParameter("statedBy"), request.getParameter("viewAs"));
    }

    public PointInTime {
        asOf = given(asOf);
        statedBy = given(statedBy);
        viewAs = given(viewAs);
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    /** Whether this is not now, or not seen with one's own eyes: nothing is decided from here. */
    public boolean past() {
        return asOf != null || statedBy != null || viewAs != null;
    }

    /** The same, at a position of the ledger. */
    public PointInTime recordedBy(long position) {
        return new PointInTime(Long.toString(position), statedBy, viewAs);
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
        if (viewAs != null) {
            parameters.put("viewAs", viewAs);
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
        return address("/lineage", all);
    }

    /** A page of ours with its parameters, written so that no value can end or add one. */
    public static String address(String page, Map<String, String> parameters) {
        var address = UriComponentsBuilder.fromPath(page);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    /** The same page and filters, now, with one's own eyes. */
    public static String backToNow(HttpServletRequest request) {
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam("asOf")
                .replaceQueryParam("statedBy")
                .replaceQueryParam("viewAs")
                .replaceQueryParam("minPosition")
                .build()
                .toUriString();
    }
}
