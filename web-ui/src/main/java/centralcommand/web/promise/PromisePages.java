package centralcommand.web.promise;

import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.WarningTimes;
import centralcommand.web.api.QueryApi;
import centralcommand.web.chart.BarChart;
import centralcommand.web.chart.BarChart.Bar;
import centralcommand.web.time.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was promised of a milestone, and how early it was said where a promise did not hold. */
@Controller
class PromisePages {
    private final QueryApi queries;
    private final PromisePicture pictures;
    private final PromiseWords words;
    private final Wording wording;

    PromisePages(QueryApi queries, PromisePicture pictures, PromiseWords words, Wording wording) {
        this.queries = queries;
        this.pictures = pictures;
        this.words = words;
        this.wording = wording;
    }

    @GetMapping("/milestones/{milestoneId}")
    String milestone(@PathVariable String milestoneId, Model model) {
        Promises promises = queries.get("/api/promises", Map.of("milestoneId", milestoneId), Promises.class);
        model.addAttribute("position", promises.standpoint().position());
        model.addAttribute("promises", promises);
        model.addAttribute("row", promises.milestone());
        model.addAttribute("chart", pictures.promises(promises));
        model.addAttribute("outcomes", pictures.outcomes(promises.risk()));
        return "promise/milestone";
    }

    @GetMapping("/warning-times")
    String warningTimes(Model model) {
        WarningTimes times = queries.get("/api/warning-times", Map.of(), WarningTimes.class);
        model.addAttribute("position", times.standpoint().position());
        model.addAttribute("times", times);
        model.addAttribute("chart", agencies(times));
        return "promise/warning-times";
    }

    private BarChart agencies(WarningTimes times) {
        List<Bar> bars = times.agencies().stream()
                .filter(group -> group.medianDays() != null)
                .map(group -> new Bar(
                        group.name(),
                        group.medianDays() == null ? 0 : group.medianDays(),
                        "%s; %s of %s said in time"
                                .formatted(
                                        words.median(group),
                                        wording.count(group.warned()),
                                        wording.count(group.missed()))))
                .toList();
        return new BarChart(
                "agencies",
                "Median warning time by agency",
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ", "", ".")),
                bars);
    }
}
