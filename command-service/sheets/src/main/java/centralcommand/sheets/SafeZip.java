package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks a workbook within bounds and packs what a reader needs anew, without compression. Whoever reads the result meets neither a
 * bomb, nor entities, nor a directory that says something else than what was looked at here.
 */
final class SafeZip {
    static final int MOST_ENTRIES = 200;
    static final int MOST_INFLATED = 40 * 1024 * 1024;
    /** XML of spreadsheets shrinks to a tenth; nothing honest shrinks to a hundredth. */
    static final int MOST_RATIO = 100;

    private static final int RATIO_COUNTS_FROM = 1024 * 1024;
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Set<String> PLAIN = Set.of("utf-8", "utf8", "us-ascii", "ascii");

    private final int packedBytes;
    private int inflated;

    private SafeZip(int packedBytes) {
        this.packedBytes = packedBytes;
    }

    static byte[] repacked(byte[] workbook) throws Unreadable {
        return new SafeZip(workbook.length).repack(workbook);
    }

    private byte[] repack(byte[] workbook) throws Unreadable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                String name = entry.getName();
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new Unreadable("The workbook holds \"" + shortened(name)
                            + "\" twice, which no spreadsheet program writes. Save it anew as .xlsx.");
                }
                if (names.size() > MOST_ENTRIES) {
                    throw new Unreadable("The workbook holds more than " + MOST_ENTRIES
                            + " parts. Copy the rows into the sheet that you downloaded.");
                }
                refuseMacros(name);
                byte[] content = inflate(in.getInputStream(entry));
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    refuseEntities(content);
                    refuseEndlessSheet(content);
                    store(out, name, content);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Unreadable("The workbook cannot be unpacked: it is damaged, or protected by a password. "
                    + "Open it, save it anew as .xlsx without a password, and send that.");
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new Unreadable(
                    "This is no Excel workbook, whatever its name says. Save the sheet as .xlsx or as CSV UTF-8.");
        }
        return bytes.toByteArray();
    }

    private static void refuseMacros(String name) throws Unreadable {
        if (name.toLowerCase(Locale.ROOT).endsWith(".bin")
                && name.toLowerCase(Locale.ROOT).contains("vba")) {
            throw new Unreadable("The workbook has macros, which are not taken. Save it as .xlsx (without macros).");
        }
    }

    private byte[] inflate(InputStream in) throws IOException, Unreadable {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            inflated += read;
            boolean bomb = inflated > RATIO_COUNTS_FROM && inflated / MOST_RATIO > packedBytes;
            if (inflated > MOST_INFLATED || bomb) {
                throw new Unreadable("The workbook unpacks to far more than a sheet of " + SheetReader.MOST_ROWS
                        + " rows needs. Copy the rows into the sheet that you downloaded.");
            }
            content.write(buffer, 0, read);
        }
        return content.toByteArray();
    }

    /** What a parser would expand, or read in another way than it is looked at here. */
    private static void refuseEntities(byte[] xml) throws Unreadable {
        String text = new String(xml, ISO_8859_1);
        String start = text.substring(0, Math.min(200, text.length()));
        var encoding = ENCODING.matcher(start);
        boolean wide = start.indexOf(0) >= 0 || start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe");
        if (wide || (encoding.find() && !PLAIN.contains(encoding.group(1).toLowerCase(Locale.ROOT)))) {
            throw new Unreadable("The workbook is not written in UTF-8. Open it and save it anew as .xlsx.");
        }
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw new Unreadable(
                    "The workbook declares XML entities, which no spreadsheet program does. Open it and save it anew as .xlsx.");
        }
    }

    /** Whatever its part is called: which one is the first sheet is said elsewhere in the workbook. */
    private static void refuseEndlessSheet(byte[] xml) throws Unreadable {
        if (new String(xml, ISO_8859_1).contains("sheetData")) {
            try {
                SheetBounds.check(xml);
            } catch (XMLStreamException damaged) {
                throw XlsxCells.damaged();
            }
        }
    }

    private static void store(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
