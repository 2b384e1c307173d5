package centralcommand.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Document;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.Text;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/** A form of a page as a browser would send it: what is filled in, ticked and selected, with several fields of one name. */
final class FilledForm {
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private FilledForm() {}

    /** The form of the page that posts to the address. */
    static FilledForm of(String page, String action) {
        FilledForm form = new FilledForm();
        Element found = find(parse(page), action);
        if (found == null) {
            throw new AssertionError("No form posts to " + action + " in: " + page);
        }
        form.read(found);
        return form;
    }

    /** Every element of a page by name, in order. */
    static List<Element> elements(String page, String name) {
        List<Element> found = new ArrayList<>();
        collect(parse(page), name, found);
        return found;
    }

    private static Document parse(String page) {
        try {
            return new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse(page);
        } catch (ParseException broken) {
            throw new AssertionError("The page is not well-formed.", broken);
        }
    }

    private static void collect(INestableNode node, String name, List<Element> found) {
        for (Element child : node.getChildrenOfType(Element.class)) {
            if (child.getElementName().equals(name)) {
                found.add(child);
            }
            collect(child, name, found);
        }
    }

    private static @Nullable Element find(INestableNode node, String action) {
        for (Element child : node.getChildrenOfType(Element.class)) {
            if (child.getElementName().equals("form") && action.equals(child.getAttributeValue("action"))) {
                return child;
            }
            Element deeper = find(child, action);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private void read(Element element) {
        for (Element child : element.getChildrenOfType(Element.class)) {
            String name = child.getAttributeValue("name");
            switch (child.getElementName()) {
                case "input" -> readInput(child, name);
                case "select" -> fields.add(Map.entry(name, selected(child)));
                case "textarea" -> fields.add(Map.entry(name, text(child)));
                case "button" -> {
                    // Sent only when pressed.
                }
                default -> read(child);
            }
        }
    }

    private void readInput(Element input, String name) {
        String type = input.getAttributeValue("type");
        boolean choice = "checkbox".equals(type) || "radio".equals(type);
        if (!choice || input.hasAttribute("checked")) {
            fields.add(Map.entry(name, unescaped(input.getAttributeValue("value"))));
        }
    }

    private static String selected(Element select) {
        List<Element> options = new ArrayList<>();
        collect(select, "option", options);
        return options.stream()
                .filter(option -> option.hasAttribute("selected"))
                .findFirst()
                .or(() -> options.stream().findFirst())
                .map(option -> unescaped(option.getAttributeValue("value")))
                .orElse("");
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        element.getChildrenOfType(Text.class).forEach(part -> text.append(part.getContent()));
        return unescaped(text.toString()).strip();
    }

    private static String unescaped(@Nullable String value) {
        return value == null ? "" : HtmlEscape.unescapeHtml(value);
    }

    /** Types into a field, or ticks it. */
    FilledForm with(String name, String value) {
        for (int at = 0; at < fields.size(); at++) {
            if (fields.get(at).getKey().equals(name)) {
                fields.set(at, Map.entry(name, value));
                return this;
            }
        }
        fields.add(Map.entry(name, value));
        return this;
    }

    /** Takes a tick off. */
    FilledForm without(String name) {
        fields.removeIf(field -> field.getKey().equals(name));
        return this;
    }

    /** Presses a button. */
    FilledForm press(String name, String value) {
        fields.add(Map.entry(name, value));
        return this;
    }

    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    String value(String name) {
        return values(name).isEmpty() ? "" : values(name).getFirst();
    }

    boolean has(String name) {
        return !values(name).isEmpty();
    }

    List<Map.Entry<String, String>> fields() {
        return List.copyOf(fields);
    }

    /** How many fields a person changed between the form as it was shown and this one. */
    long changedSince(FilledForm shown) {
        return fields.stream().filter(field -> !shown.fields.contains(field)).count();
    }
}
