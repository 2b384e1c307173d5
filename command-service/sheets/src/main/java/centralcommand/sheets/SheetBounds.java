package centralcommand.sheets;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the cells of a sheet before a reader makes anything of them: where they lie, how many there are, and how much is written in
 * each. A reader makes room for a cell by its address, and a number by its digits, before anybody can look at either.
 */
final class SheetBounds {
    private static final int UNBOUNDED = -1;

    static final int MOST_CELLS = SheetReader.MOST_ROWS * SheetReader.MOST_COLUMNS;
    /** Spreadsheet programs write up to 17 digits and an exponent, or as many as a binary number has in decimals. */
    static final int LONGEST_NUMBER = 60;
    /** Excel takes none that is longer. */
    static final int LONGEST_FORMULA = 8_192;
    /** Each that stands for many cells is compared with all, or worked out again for each. */
    static final int MOST_SPREAD_FORMULAS = 100;

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");

    private final XMLStreamReader xml;
    private int row;
    private int column;
    private int cells;
    private int spreadFormulas;
    private String address = "";
    private boolean number;
    /** How much text may follow in the element that is open, and what is said of more; none where its text is not bounded here. */
    private int textLeft = UNBOUNDED;

    private String tooLong = "";

    private SheetBounds(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws Unreadable if there is more than a sheet of the month's report can hold */
    static void check(byte[] sheet) throws Unreadable, XMLStreamException {
        // The platform's own, whatever lies on the class path: its limits are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        new SheetBounds(factory.createXMLStreamReader(new ByteArrayInputStream(sheet))).check();
    }

    private void check() throws Unreadable, XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> textLeft = UNBOUNDED;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                default -> {
                    // says nothing of a cell
                }
            }
        }
    }

    private void begin() throws Unreadable {
        if (textLeft != UNBOUNDED) {
            // A value or a formula holds text alone; a reader would find a cell in it that is not looked at here.
            throw XlsxCells.damaged();
        }
        switch (xml.getLocalName()) {
            case "row" -> {
                row++;
                column = 0;
            }
            case "c" -> cell();
            case "v" ->
                bound(
                        number ? LONGEST_NUMBER : Integer.MAX_VALUE,
                        "Cell " + address + " holds a number of more than " + LONGEST_NUMBER
                                + " characters, which no column of the sheet takes. Write it shorter.");
            case "f" -> formula();
            default -> {
                // says nothing of a cell
            }
        }
    }

    private void bound(int most, String sentence) {
        textLeft = most;
        tooLong = sentence;
    }

    private void text() throws Unreadable {
        if (textLeft != UNBOUNDED) {
            if (xml.getTextLength() > textLeft) {
                throw new Unreadable(tooLong);
            }
            textLeft -= xml.getTextLength();
        }
    }

    private void cell() throws Unreadable {
        String given = attribute("r");
        String type = attribute("t");
        number = type == null || type.equals("n");
        column = given == null ? column + 1 : column(given);
        address = given == null ? "in row " + row : given;
        if (column > SheetReader.MOST_COLUMNS) {
            throw SheetReader.tooWide(row);
        }
        if (++cells > MOST_CELLS) {
            throw new Unreadable("The sheet has more than %,d cells. Copy the rows into the sheet that you downloaded."
                    .formatted(MOST_CELLS));
        }
    }

    /** Two of one name, in whatever namespaces, might be taken for each other. */
    private @Nullable String attribute(String name) throws Unreadable {
        String value = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                if (value != null
                        || xml.getAttributeNamespace(i) != null
                                && !xml.getAttributeNamespace(i).isEmpty()) {
                    throw XlsxCells.damaged();
                }
                value = xml.getAttributeValue(i);
            }
        }
        return value;
    }

    private static int column(String address) throws Unreadable {
        if (!ADDRESS.matcher(address).matches()) {
            throw XlsxCells.damaged();
        }
        return address.toUpperCase(Locale.ROOT)
                .chars()
                .filter(each -> each >= 'A')
                .reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1);
    }

    private void formula() throws Unreadable {
        String sentence = "The sheet is full of formulas, and formulas are not taken: copy it and paste its values"
                + " (paste special, values) into the sheet that you downloaded.";
        String type = attribute("t");
        if (type != null && !type.equals("normal") && ++spreadFormulas > MOST_SPREAD_FORMULAS) {
            throw new Unreadable(sentence);
        }
        bound(LONGEST_FORMULA, sentence);
    }
}
