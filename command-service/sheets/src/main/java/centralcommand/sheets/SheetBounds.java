package centralcommand.sheets;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through the cells of a sheet before a reader makes anything of them: where they lie, how many there are, and how much is written in
 * each. A reader makes room for a cell by its address, and a number by its digits, before anybody can look at either.
 */
final class SheetBounds {
    static final int MOST_CELLS = SheetReader.MOST_ROWS * SheetReader.MOST_COLUMNS;
    /** Spreadsheet programs write up to 17 digits and an exponent, or as many as a binary number has in decimals. */
    static final int LONGEST_NUMBER = 60;
    /** Excel takes none that is longer. */
    static final int LONGEST_FORMULA = 8_192;
    /** Each is compared with every cell. */
    static final int MOST_ARRAY_FORMULAS = 100;

    private final XMLStreamReader xml;
    private int row;
    private int column;
    private int cells;
    private int arrayFormulas;
    private String address = "";
    private boolean number;

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
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        row++;
                        column = 0;
                    }
                    case "c" -> cell();
                    case "v" -> value();
                    case "f" -> formula();
                    default -> {
                        // says nothing of a cell
                    }
                }
            }
        }
    }

    private void cell() throws Unreadable {
        String given = xml.getAttributeValue(null, "r");
        String type = xml.getAttributeValue(null, "t");
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

    /** More than {@link SheetReader#MOST_COLUMNS} for all that is too far to the right. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            if (column > SheetReader.MOST_COLUMNS) {
                break;
            }
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    private void value() throws Unreadable, XMLStreamException {
        if (number && isLongerThan(LONGEST_NUMBER)) {
            throw new Unreadable("Cell " + address + " holds a number of more than " + LONGEST_NUMBER
                    + " characters, which no column of the sheet takes. Write it shorter.");
        }
    }

    private void formula() throws Unreadable, XMLStreamException {
        boolean array = "array".equals(xml.getAttributeValue(null, "t"));
        if (array && ++arrayFormulas > MOST_ARRAY_FORMULAS || isLongerThan(LONGEST_FORMULA)) {
            throw new Unreadable(
                    "The sheet is full of formulas, and formulas are not taken: copy it and paste its values"
                            + " (paste special, values) into the sheet that you downloaded.");
        }
    }

    /** Whether the text of the element is; it is read up to its end, or so far. */
    private boolean isLongerThan(int most) throws XMLStreamException {
        int length = 0;
        int depth = 1;
        while (depth > 0 && length <= most) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    length += xml.getTextLength();
                default -> {
                    // no text
                }
            }
        }
        return length > most;
    }
}
