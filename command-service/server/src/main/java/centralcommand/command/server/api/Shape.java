package centralcommand.command.server.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The form of a value in the JSON of a command. It is published as a JSON Schema and checked before anything is built from the JSON,
 * so that what is wrong is said in a sentence and with its place.
 */
sealed interface Shape {

    /** What to write, for a person: completes "Write …". */
    String wanted();

    /** The JSON Schema of it, as maps and lists in the order in which they are to be shown. */
    Map<String, Object> schema();

    /** @throws BadInput.Found where the value is not of this form */
    void check(JsonNode value, String path);

    /** @param pattern the whole text has to match it; null where any text will do */
    record Text(int longest, @Nullable String pattern, String wanted) implements Shape {
        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("string");
            schema.put("maxLength", longest);
            if (pattern != null) {
                schema.put("pattern", "^" + pattern + "$");
            }
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            String text = requireText(value, path, wanted);
            if (text.codePointCount(0, text.length()) > longest) {
                throw new BadInput.Found(
                        BadInput.invalid("%s has more than %d characters. Shorten it.".formatted(path, longest), path));
            }
            if (pattern != null && !Pattern.matches(pattern, text)) {
                throw new BadInput.Found(
                        BadInput.invalid("%s is %s. Write %s.".formatted(path, quoted(text), wanted), path));
            }
        }
    }

    /** Of a currency that amounts are counted in: metals and test codes have no decimals to count by. */
    record CurrencyCode() implements Shape {
        private static final Text LETTERS = new Text(3, "[A-Z]{3}", "a currency code, for example \"USD\"");

        @Override
        public String wanted() {
            return LETTERS.wanted();
        }

        @Override
        public Map<String, Object> schema() {
            return LETTERS.schema();
        }

        @Override
        public void check(JsonNode value, String path) {
            LETTERS.check(value, path);
            String code = value.asString();
            boolean known = Currency.availableCurrencies()
                    .anyMatch(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0);
            if (!known) {
                throw new BadInput.Found(BadInput.invalid(
                        "%s is %s, which is no currency of ISO 4217. Write %s.".formatted(path, quoted(code), wanted()),
                        path));
            }
        }
    }

    record Day() implements Shape {
        @Override
        public String wanted() {
            return "a day as text, for example \"2026-06-30\"";
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("string");
            schema.put("format", "date");
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            requireParsed(value, path, wanted(), LocalDate::parse);
        }
    }

    record Month() implements Shape {
        @Override
        public String wanted() {
            return "a month as text, for example \"2026-06\"";
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("string");
            schema.put("format", "year-month");
            schema.put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            requireParsed(value, path, wanted(), YearMonth::parse);
        }
    }

    record Choice(List<String> options) implements Shape {
        @Override
        public String wanted() {
            return "one of: " + String.join(", ", options);
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("string");
            schema.put("enum", options);
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            String text = requireText(value, path, wanted());
            if (!options.contains(text)) {
                throw new BadInput.Found(
                        BadInput.invalid("%s is %s. Write %s.".formatted(path, quoted(text), wanted()), path));
            }
        }
    }

    record Whole(long least, long most) implements Shape {
        @Override
        public String wanted() {
            return "a whole number, for example " + Math.max(least, Math.min(most, 2026));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("integer");
            schema.put("minimum", least);
            schema.put("maximum", most);
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            if (!value.isIntegralNumber()) {
                throw new BadInput.Found(BadInput.wrongType(path, kind(value), wanted()));
            }
            if (!value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
                throw new BadInput.Found(BadInput.invalid(
                        "%s is out of range. Write a whole number from %d to %d.".formatted(path, least, most), path));
            }
        }
    }

    record Amount(BigDecimal least, BigDecimal most) implements Shape {
        @Override
        public String wanted() {
            return "a number, for example 1000";
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("number");
            schema.put("minimum", least);
            schema.put("maximum", most);
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            if (!value.isNumber()) {
                throw new BadInput.Found(BadInput.wrongType(path, kind(value), wanted()));
            }
            BigDecimal number = value.decimalValue();
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                throw new BadInput.Found(BadInput.invalid(
                        "%s is out of range. Write a number from %s to %s."
                                .formatted(path, least.toPlainString(), most.toPlainString()),
                        path));
            }
        }
    }

    record ListOf(Shape item, int most) implements Shape {
        @Override
        public String wanted() {
            return "a list in square brackets";
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = typed("array");
            schema.put("items", item.schema());
            schema.put("maxItems", most);
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            if (!value.isArray()) {
                throw new BadInput.Found(BadInput.wrongType(path, kind(value), wanted()));
            }
            if (value.size() > most) {
                throw new BadInput.Found(
                        BadInput.invalid("%s has more than %d lines. Send fewer.".formatted(path, most), path));
            }
            for (int i = 0; i < value.size(); i++) {
                item.check(value.get(i), "%s[%d]".formatted(path, i));
            }
        }
    }

    /** @param description for the person who fills the field in */
    record Field(String name, Shape shape, boolean required, String description) {}

    /** @param fields in the order in which they are to be shown */
    record Fields(List<Field> fields) implements Shape {
        @Override
        public String wanted() {
            return "an object in braces with " + names();
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Field field : fields) {
                Map<String, Object> schema = field.shape().schema();
                schema.put("description", field.description());
                properties.put(field.name(), field.required() ? schema : orNull(schema));
            }
            Map<String, Object> schema = typed("object");
            schema.put("properties", properties);
            schema.put(
                    "required",
                    fields.stream().filter(Field::required).map(Field::name).toList());
            schema.put("additionalProperties", false);
            return schema;
        }

        /** A field that may be left out may also be null, which says the same. */
        private static Map<String, Object> orNull(Map<String, Object> schema) {
            schema.put("type", List.of(schema.get("type"), "null"));
            if (schema.get("enum") instanceof List<?> options) {
                List<@Nullable Object> withNull = new ArrayList<>(options);
                withNull.add(null);
                schema.put("enum", withNull);
            }
            return schema;
        }

        @Override
        public void check(JsonNode value, String path) {
            if (!value.isObject()) {
                throw new BadInput.Found(BadInput.wrongType(path, kind(value), wanted()));
            }
            String prefix = path.isEmpty() ? "" : path + ".";
            value.propertyNames().forEach(name -> {
                if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                    throw new BadInput.Found(BadInput.unknownField(prefix + shortened(name), names()));
                }
            });
            for (Field field : fields) {
                JsonNode child = value.get(field.name());
                if (child != null && !child.isNull()) {
                    field.shape().check(child, prefix + field.name());
                } else if (field.required()) {
                    throw new BadInput.Found(BadInput.missing(
                            prefix + field.name(), field.shape().wanted()));
                }
            }
        }

        private String names() {
            return fields.stream().map(Field::name).collect(Collectors.joining(", "));
        }
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    private static String requireText(JsonNode value, String path, String wanted) {
        if (!value.isString()) {
            throw new BadInput.Found(BadInput.wrongType(path, kind(value), wanted));
        }
        String text = value.asString();
        boolean control = text.chars().anyMatch(each -> Character.isISOControl(each) && "\n\r\t".indexOf(each) < 0);
        if (control || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new BadInput.Found(
                    BadInput.invalid("%s has characters that are no text. Type it again.".formatted(path), path));
        }
        return text;
    }

    private static void requireParsed(JsonNode value, String path, String wanted, Parser parser) {
        String text = requireText(value, path, wanted);
        try {
            parser.parse(text);
        } catch (DateTimeException e) {
            throw new BadInput.Found(
                    BadInput.invalid("%s is %s. Write %s.".formatted(path, quoted(text), wanted), path));
        }
    }

    /** Throws {@link DateTimeException} where the text is no such thing. */
    @FunctionalInterface
    interface Parser {
        Object parse(String text);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text (" + quoted(value.asString()) + ")";
            case NUMBER -> "the number " + shortened(value.toString());
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "empty (null)";
            case BINARY, MISSING, POJO -> "something else";
        };
    }

    private static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
