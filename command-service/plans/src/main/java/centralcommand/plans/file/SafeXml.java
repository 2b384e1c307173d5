package centralcommand.plans.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** XML that declares nothing and refers to nothing outside, and a copy of it that holds only what is read of a schedule. */
final class SafeXml {
    static final String NAMESPACE = "http://schemas.microsoft.com/project";

    /** Large, and of no use here. */
    private static final Set<String> LEFT_OUT = Set.of(
            "Assignments",
            "Resources",
            "TimephasedData",
            "ExtendedAttributes",
            "ExtendedAttribute",
            "OutlineCodes",
            "OutlineCode",
            "WBSMasks",
            "Views",
            "Filters",
            "Groups",
            "Tables",
            "Maps",
            "Reports",
            "Drawings",
            "DataLinks",
            "VBAProjects",
            "Notes",
            "HyperlinkAddress",
            "HyperlinkSubAddress");

    private SafeXml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        // The platform's own, whatever lies on the class path: its limits are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(in);
    }

    static void refuseDeclarations(int event) throws UnreadableFile {
        if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
            throw new UnreadableFile(
                    "The file declares entities or a document type. No scheduling program writes these, so it is not read.");
        }
    }

    static UnreadableFile unreadable(Exception broken) {
        String where = broken instanceof XMLStreamException xml && xml.getLocation() != null
                ? " at line " + xml.getLocation().getLineNumber()
                : "";
        Throwable cause = broken instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : broken;
        boolean encoding = cause instanceof java.io.CharConversionException
                || cause instanceof java.io.UnsupportedEncodingException
                || String.valueOf(broken.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("(?s).*(utf-8 sequence|encoding).*");
        return new UnreadableFile(
                encoding
                        ? "The file is not written in the encoding that it names" + where
                                + ". Save it again as XML from your scheduling program, without an editor in between."
                        : "The file is not whole XML: it breaks off or is damaged" + where
                                + ". Export the schedule again.");
    }

    /**
     * The file again, in UTF-8, without attributes, without what is not read, and without these rows.
     *
     * @param bad places of the rows, the first 0
     */
    static byte[] reduced(byte[] bytes, Set<Integer> bad, Deadline deadline) throws UnreadableFile {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(bytes.length, 1 << 20));
        try (var in = deadline.guarding(new ByteArrayInputStream(bytes))) {
            XMLStreamReader from = reader(in);
            XMLStreamWriter to = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            to.writeStartDocument("UTF-8", "1.0");
            new Copy(from, to, bad).run();
            to.writeEndDocument();
            to.close();
        } catch (XMLStreamException | IOException broken) {
            deadline.check();
            throw unreadable(broken);
        }
        return out.toByteArray();
    }

    private static final class Copy {
        private final XMLStreamReader from;
        private final XMLStreamWriter to;
        private final Set<Integer> bad;
        private int depth;
        private int place = -1;
        private boolean inTasks;

        Copy(XMLStreamReader from, XMLStreamWriter to, Set<Integer> bad) {
            this.from = from;
            this.to = to;
            this.bad = bad;
        }

        void run() throws XMLStreamException, UnreadableFile {
            while (from.hasNext()) {
                int event = from.next();
                refuseDeclarations(event);
                switch (event) {
                    case XMLStreamReader.START_ELEMENT -> begin(from.getLocalName());
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> to.writeCharacters(from.getText());
                    case XMLStreamReader.END_ELEMENT -> {
                        to.writeEndElement();
                        depth--;
                    }
                    default -> {}
                }
            }
        }

        private void begin(String name) throws XMLStreamException {
            if (depth == 1) {
                inTasks = name.equals("Tasks");
            }
            boolean row = depth == 2 && inTasks && name.equals("Task");
            place += row ? 1 : 0;
            if (LEFT_OUT.contains(name) || !NAMESPACE.equals(from.getNamespaceURI()) || (row && bad.contains(place))) {
                skip();
                return;
            }
            to.writeStartElement(name);
            if (depth == 0) {
                to.writeDefaultNamespace(NAMESPACE);
            }
            depth++;
        }

        private void skip() throws XMLStreamException {
            int open = 1;
            while (open > 0) {
                int event = from.next();
                open += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
            }
        }
    }
}
