package centralcommand.web.table;

import centralcommand.web.api.QueryStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists as CSV for the same address as their page; the query service writes them, and keeps formulas from being run. */
@Controller
class CsvPages {

    private final QueryStreams streams;

    CsvPages(QueryStreams streams) {
        this.streams = streams;
    }

    @GetMapping({"/board.csv", "/slippage.csv", "/funding.csv", "/capacity.csv", "/thresholds.csv"})
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getRequestURI().substring(1);
        Map<String, String> asked = new LinkedHashMap<>();
        request.getParameterMap().forEach((parameter, values) -> asked.put(parameter, values[0]));
        try (var rows = streams.open("/api/" + name, asked, "text/csv", Map.of())) {
            response.setContentType(rows.contentType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            rows.body().transferTo(response.getOutputStream());
        }
    }
}
