package centralcommand.web.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Writes SVG. Every text and attribute is escaped, so a title may hold anything. Looks are left to classes: the pages forbid
 * styles within the markup.
 */
final class Svg {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** A picture with its title and, for those who do not see it, what it says; ids are made of {@code id}. */
    static Svg image(String look, int width, int height, String id, String title, String description) {
        return sized(look, width, height, "role", "img", "aria-labelledby", id + "-title " + id + "-description")
                .words("title", title, "id", id + "-title")
                .words("desc", description, "id", id + "-description");
    }

    /** An empty picture; further attributes are names and values in turn. */
    static Svg sized(String look, int width, int height, Object... more) {
        List<Object> attributes = new ArrayList<>(List.of(
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                look,
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height));
        attributes.addAll(List.of(more));
        return new Svg().open("svg", attributes.toArray());
    }

    /** Opens an element; attributes are names and values in turn. */
    Svg open(String element, Object... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** An element without content. */
    Svg mark(String element, Object... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds words. */
    Svg words(String element, String words, Object... attributes) {
        open(element, attributes);
        escape(words);
        return close();
    }

    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** The finished text; everything that was opened is closed. */
    String done() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    private void tag(String element, Object... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of " + element + " has no value");
        }
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1] instanceof Double number ? decimal(number) : attributes[i + 1].toString());
            out.append('"');
        }
    }

    /** One decimal is finer than any screen; whole numbers carry none. */
    static String decimal(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (allowed(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }

    /** Characters that XML can hold at all; the others would make the whole picture unreadable. */
    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
