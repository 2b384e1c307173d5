package centralcommand.web.command;

import centralcommand.web.api.Outcome;
import centralcommand.web.command.FormField.Group;
import centralcommand.web.command.FormField.Input;
import centralcommand.web.command.FormField.Lines;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a form before it is sent: every field that was left empty or holds what its schema cannot take, all at
 * once and by the labels that the person sees. What the rules say of the values is for the service.
 */
final class FieldCheck {
    /** One of every form that the contract's texts have: the first that a pattern takes shows what is meant. */
    private static final List<String> EXAMPLES = List.of("60.00", "mountain-pass", "ENERGY", "USD");

    private final List<Finding> findings = new ArrayList<>();

    private FieldCheck() {}

    /** @param code stable, as the service says it of the same mistake */
    record Finding(Input input, String code, String sentence) {}

    static List<Finding> of(List<FormField> fields) {
        FieldCheck check = new FieldCheck();
        fields.forEach(field -> check.check(field, field.required()));
        return List.copyOf(check.findings);
    }

    /** The service's own sentence, with the field's label instead of its path and without a word about how commands are encoded. */
    static String sentence(Outcome.Refused refused, Input input) {
        String path = input.path();
        String detail = refused.detail();
        if (refused.status() != 400) {
            return detail;
        }
        return switch (refused.code()) {
            case "MISSING_FIELD" -> missing(input);
            case "WRONG_TYPE" -> misformed(input);
            default ->
                Stream.of(path, SchemaForm.last(path))
                        .filter(name -> detail.startsWith(name + " "))
                        .findFirst()
                        .map(name -> "The " + inSentence(input) + detail.substring(name.length()))
                        .orElse(detail);
        };
    }

    /** @param asked whether something has to be there */
    private void check(FormField field, boolean asked) {
        switch (field) {
            case Input input -> check(input, asked);
            case Group group -> {
                if (asked || SchemaForm.isTyped(group)) {
                    group.fields().forEach(inner -> check(inner, inner.required()));
                }
            }
            case Lines lines -> {
                boolean empty = !SchemaForm.isTyped(lines);
                for (int line = 0; line < lines.lines().size(); line++) {
                    check(lines.lines().get(line), asked && empty && line == 0);
                }
            }
        }
    }

    private void check(Input input, boolean asked) {
        String text = input.value().strip();
        if (text.isEmpty()) {
            if (asked) {
                findings.add(new Finding(input, "MISSING_FIELD", missing(input)));
            }
        } else if (input.longest() > 0 && text.codePointCount(0, text.length()) > input.longest()) {
            findings.add(new Finding(
                    input,
                    "INVALID_VALUE",
                    "Shorten the %s to at most %,d characters.".formatted(inSentence(input), input.longest())));
        } else if (!isOfItsForm(input, text)) {
            findings.add(new Finding(input, "INVALID_VALUE", misformed(input)));
        }
    }

    private static boolean isOfItsForm(Input input, String text) {
        return switch (input.kind()) {
            case TEXT, PARAGRAPH -> matches(input.pattern(), text);
            case NUMBER -> SchemaForm.NUMBER.matcher(text).matches() && matches(input.pattern(), text);
            case DATE -> isRead(text, LocalDate::parse);
            case MONTH -> isRead(text, YearMonth::parse);
            case CHOICE -> input.options().contains(text);
            case YES_NO -> text.equals("true") || text.equals("false");
        };
    }

    private static boolean matches(@Nullable String pattern, String text) {
        return pattern == null || Pattern.compile(pattern).matcher(text).find();
    }

    private static boolean isRead(String text, Parser parser) {
        try {
            parser.parse(text);
            return true;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Parser {
        Object parse(String text);
    }

    private static String missing(Input input) {
        return switch (input.kind()) {
            case CHOICE, YES_NO -> "Choose the " + inSentence(input) + ".";
            case TEXT, PARAGRAPH, NUMBER, DATE, MONTH -> "Give the " + inSentence(input) + ".";
        };
    }

    private static String misformed(Input input) {
        String label = inSentence(input);
        return switch (input.kind()) {
            case NUMBER ->
                "Give the %s as a %s, for example 1000."
                        .formatted(label, input.pattern() == null ? "number" : "whole number");
            case DATE -> "Give the %s as a day, for example 2026-06-30.".formatted(label);
            case MONTH -> "Give the %s as a month, for example 2026-06.".formatted(label);
            case CHOICE, YES_NO -> "Choose the %s from the list.".formatted(label);
            case TEXT, PARAGRAPH ->
                EXAMPLES.stream()
                        .filter(example -> matches(input.pattern(), example))
                        .findFirst()
                        .map(example -> "Write the %s in this form: %s.".formatted(label, example))
                        .orElse("The %s is not in the form that is asked for.".formatted(label));
        };
    }

    private static String inSentence(Input input) {
        return input.label().substring(0, 1).toLowerCase(Locale.ROOT)
                + input.label().substring(1);
    }
}
