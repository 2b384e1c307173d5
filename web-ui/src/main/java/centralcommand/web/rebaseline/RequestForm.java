package centralcommand.web.rebaseline;

import static java.util.stream.Collectors.toMap;

import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.web.form.CommandIds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request for other dates as it stands in the form: text, exactly as typed.
 *
 * @param lines by milestone; those without a date are not asked for
 */
record RequestForm(
        String commandId,
        String reason,
        String narrative,
        String basis,
        String consulted,
        String source,
        String marking,
        Map<String, Line> lines) {

    /** One milestone, with the date that is asked for; empty where its promise may stand. */
    record Line(String milestoneId, String date, String precision) {
        boolean isAsked() {
            return !date.isBlank();
        }

        /** Name of one of its fields in the form: the path of the property, so that the shared field fragments find it. */
        static String name(String milestoneId, String field) {
            return "lines[" + milestoneId + "]." + field;
        }
    }

    RequestForm {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** The form as it was sent, put back after an expired session, or opened for the first time. */
    static RequestForm of(Map<String, String[]> parameters) {
        return new RequestForm(
                CommandIds.of(text(parameters, "commandId")),
                text(parameters, "reason"),
                text(parameters, "narrative"),
                text(parameters, "basis"),
                text(parameters, "consulted"),
                text(parameters, "source"),
                text(parameters, "marking"),
                Stream.of(parameters.getOrDefault("line", new String[0]))
                        .map(id -> new Line(
                                id,
                                text(parameters, Line.name(id, "date")),
                                text(parameters, Line.name(id, "precision"))))
                        .collect(toMap(Line::milestoneId, line -> line, (first, again) -> first, LinkedHashMap::new)));
    }

    /** The form with a line for every one of these milestones, and under this id. */
    RequestForm complete(List<String> milestones, String id) {
        Map<String, Line> all = new LinkedHashMap<>();
        milestones.forEach(milestone ->
                all.put(milestone, lines.getOrDefault(milestone, new Line(milestone, "", Precision.DAY.name()))));
        return new RequestForm(
                id,
                reason,
                narrative,
                basis,
                consulted,
                source,
                marking.isEmpty() ? Marking.NONE.name() : marking,
                all);
    }

    /** Those asked for, in the order of the page. */
    List<Line> asked() {
        return lines.values().stream().filter(Line::isAsked).toList();
    }

    private static String text(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }
}
