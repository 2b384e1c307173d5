package centralcommand.sheets.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.sheets.Reading;
import centralcommand.sheets.SheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** {@code infra/submission}: makes a key, checks a sheet, signs it, opens what was signed; without a network. */
public final class SubmissionCommand {
    static final int HOLDS = 0;
    static final int WRONG = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream errors;

    SubmissionCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String... arguments) {
        System.exit(new SubmissionCommand(System.out, System.err).run(arguments));
    }

    /** 0 if all holds, 1 if something is wrong with a file, 2 if the command was not understood. */
    int run(String... arguments) {
        try {
            if (arguments.length == 3 && arguments[0].equals("new-key")) {
                return newKey(arguments[1], Path.of(arguments[2]));
            }
            if (arguments.length == 2 && arguments[0].equals("check")) {
                return check(Path.of(arguments[1]));
            }
            if (arguments.length == 4 && arguments[0].equals("sign") && arguments[2].equals("--key")) {
                return sign(Path.of(arguments[1]), Path.of(arguments[3]));
            }
            errors.println("infra/submission --help says what may be asked.");
            return USAGE;
        } catch (IllegalArgumentException wrong) {
            errors.println(wrong.getMessage());
            return WRONG;
        } catch (FileAlreadyExistsException there) {
            errors.println(there.getMessage() + " is there already and is left as it is. Name another file.");
            return WRONG;
        } catch (IOException unreadable) {
            errors.println("A file cannot be read or written: " + unreadable.getMessage() + ".");
            return WRONG;
        }
    }

    private int newKey(String office, Path file) throws IOException {
        OfficeSigner signer = OfficeSigner.generate(office);
        boolean owners = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var made = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            made.write(java.nio.ByteBuffer.wrap(signer.fileText().getBytes(UTF_8)));
        }
        out.println("Made " + file + ". Keep it to yourself. Tell those who receive your sheets its fingerprint: "
                + signer.key().fingerprint());
        return HOLDS;
    }

    private int check(Path file) throws IOException {
        byte[] bytes = bounded(file);
        if (!Submission.is(bytes)) {
            return told(SheetReader.read(bytes));
        }
        Submission submission = Submission.open(bytes);
        out.println("Signed by " + submission.office() + ", key "
                + submission.key().fingerprint() + "; the signature holds. It was made of " + submission.fileName()
                + ", SHA-256 " + submission.sha256() + ".");
        return told(submission.reading());
    }

    private int told(Reading reading) {
        reading.problems().forEach(problem -> out.println(problem.inWords()));
        out.println(reading.lines().size() + " rows say something and can be sent, " + reading.silent()
                + " say nothing, " + reading.problems().size()
                + " problems. Whether the dates are allowed is said when it is uploaded.");
        return reading.problems().isEmpty() ? HOLDS : WRONG;
    }

    private int sign(Path file, Path keyFile) throws IOException {
        byte[] sheet = bounded(file);
        OfficeSigner signer = OfficeSigner.parse(new String(bounded(keyFile), UTF_8));
        Reading reading = SheetReader.read(sheet);
        if (!reading.problems().isEmpty() || reading.lines().isEmpty()) {
            told(reading);
            errors.println("Nothing was signed: mend what is said above first.");
            return WRONG;
        }
        String name = String.valueOf(file.getFileName());
        Path signed = file.resolveSibling(name + ".submission");
        Files.write(
                signed,
                Submission.sign(signer, name, sheet, reading.lines()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        out.println("Signed " + reading.lines().size() + " rows with key "
                + signer.key().fingerprint() + ": " + signed);
        return HOLDS;
    }

    private static byte[] bounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SheetReader.MOST_BYTES + 1);
        }
    }
}
