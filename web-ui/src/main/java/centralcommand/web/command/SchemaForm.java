package centralcommand.web.command;

import centralcommand.web.command.FormField.Group;
import centralcommand.web.command.FormField.Input;
import centralcommand.web.command.FormField.Kind;
import centralcommand.web.command.FormField.Lines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON Schema (2020-12, as the command service publishes it) as a form, and what was typed into the form as the
 * command's JSON. What cannot be a number stays text: {@link FieldCheck} names it, and the service would.
 */
final class SchemaForm {
    /** Beyond this a line is a paragraph. */
    private static final int LONGEST_LINE = 200;

    private static final int MOST_LINES = 50;
    private static final int DEEPEST = 4;
    /** What is typed into a form is typed: nobody is asked. */
    private static final String CHANNEL = "channel";

    private static final String WHOLE = "^-?\\d{1,18}$";
    static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final JsonNode root;
    private final Map<String, String> typed;
    private final Map<String, Integer> lineCounts;

    private SchemaForm(JsonNode root, Map<String, String> typed, Map<String, Integer> lineCounts) {
        this.root = root;
        this.typed = typed;
        this.lineCounts = lineCounts;
    }

    /**
     * The form's fields in the schema's order.
     *
     * @param typed values by path
     * @param lineCounts how many lines a list shows, by path; at least as many as are typed, at least one
     */
    static List<FormField> fields(JsonNode schema, Map<String, String> typed, Map<String, Integer> lineCounts) {
        SchemaForm form = new SchemaForm(schema, typed, lineCounts);
        return form.ofObject(schema, "", 0);
    }

    /** The command's JSON as maps and lists: what was left empty is left out. */
    static Map<String, Object> body(JsonNode schema, Map<String, String> typed) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (FormField field : fields(schema, typed, Map.of())) {
            Object value = value(field);
            if (value != null) {
                body.put(last(field.path()), value);
            }
        }
        return body;
    }

    private List<FormField> ofObject(JsonNode schema, String prefix, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        List<FormField> fields = new ArrayList<>();
        schema.path("properties").properties().stream()
                .filter(property -> !property.getKey().equals(CHANNEL))
                .forEach(property -> fields.add(ofProperty(
                        resolved(property.getValue()),
                        prefix + property.getKey(),
                        label(property.getKey()),
                        required.contains(property.getKey()),
                        depth)));
        return fields;
    }

    private FormField ofProperty(JsonNode schema, String path, String label, boolean required, int depth) {
        String hint = schema.path("description").asString("");
        String type = type(schema);
        if (type.equals("array")) {
            return lines(schema, path, label, hint, required, depth);
        }
        if (type.equals("object") || schema.has("properties")) {
            return new Group(path, label, hint, required, ofObject(schema, path + ".", depth + 1));
        }
        return input(schema, path, label, hint, required);
    }

    private Lines lines(JsonNode schema, String path, String label, String hint, boolean required, int depth) {
        JsonNode item = resolved(schema.path("items"));
        Function<Integer, FormField> line = number -> ofProperty(
                item,
                path + "[" + number + "]",
                singular(label) + " " + (number + 1),
                required && number == 0,
                depth + 1);
        List<FormField> lines = new ArrayList<>();
        int shown = Math.min(MOST_LINES, Math.max(lineCounts.getOrDefault(path, 1), typedLines(path)));
        for (int number = 0; number < shown; number++) {
            lines.add(line.apply(number));
        }
        return new Lines(path, label, hint, required, lines);
    }

    /** "Milestones" are a list of which each line is a "Milestone". */
    private static String singular(String label) {
        return label.replaceFirst("ies$", "y").replaceFirst("s$", "");
    }

    private int typedLines(String path) {
        Pattern line = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})].*");
        return typed.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> line.matcher(entry.getKey()))
                .filter(java.util.regex.Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)) + 1)
                .max()
                .orElse(0);
    }

    private Input input(JsonNode schema, String path, String label, String hint, boolean required) {
        List<String> options = schema.path("enum")
                .valueStream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .toList();
        int longest = schema.path("maxLength").asInt(0);
        return new Input(
                path,
                label,
                inWords(hint, options),
                required,
                kind(schema, options, longest),
                options,
                longest,
                pattern(schema),
                typed.getOrDefault(path, ""));
    }

    /** The service's hint names an option by its code, the form offers it in words. */
    private static String inWords(String hint, List<String> options) {
        String words = hint;
        for (String option : options) {
            words = words.replaceAll("\\b" + option + "\\b", "“" + words(option) + "”");
        }
        return words;
    }

    private static @Nullable String pattern(JsonNode schema) {
        return type(schema).equals("integer")
                ? WHOLE
                : schema.path("pattern").asStringOpt().orElse(null);
    }

    private static Kind kind(JsonNode schema, List<String> options, int longest) {
        if (!options.isEmpty()) {
            return Kind.CHOICE;
        }
        return switch (type(schema)) {
            case "integer", "number" -> Kind.NUMBER;
            case "boolean" -> Kind.YES_NO;
            default ->
                switch (schema.path("format").asString("")) {
                    case "date" -> Kind.DATE;
                    case "year-month" -> Kind.MONTH;
                    default -> longest > LONGEST_LINE ? Kind.PARAGRAPH : Kind.TEXT;
                };
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }

    /** A type that may also be null is still that type. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asString("");
    }

    static boolean isTyped(FormField field) {
        return value(field) != null;
    }

    private static @Nullable Object value(FormField field) {
        return switch (field) {
            case Input input -> value(input);
            case Group group -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (FormField inner : group.fields()) {
                    Object value = value(inner);
                    if (value != null) {
                        values.put(last(inner.path()), value);
                    }
                }
                yield values.isEmpty() ? null : values;
            }
            case Lines lines -> {
                List<Object> values = new ArrayList<>();
                for (FormField line : lines.lines()) {
                    Object value = value(line);
                    if (value != null) {
                        values.add(value);
                    }
                }
                yield values.isEmpty() ? null : values;
            }
        };
    }

    private static @Nullable Object value(Input input) {
        String text = input.value().strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (input.kind()) {
            case NUMBER -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
            case YES_NO -> Boolean.parseBoolean(text);
            case TEXT, PARAGRAPH, DATE, MONTH, CHOICE -> text;
        };
    }

    /** {@code LOAN_GUARANTEE} reads "Loan guarantee". */
    static String words(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** {@code tonnesPerYear} reads "Tonnes per year". */
    static String label(String name) {
        String words =
                name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).strip();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
