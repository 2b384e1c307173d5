package centralcommand.command.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** One sentence for each field of a command, for the person who fills it in. */
final class Descriptions {
    private static final String FILE = "field-descriptions.properties";

    private final Properties sentences = new Properties();

    Descriptions() {
        try (InputStream stream = Objects.requireNonNull(Descriptions.class.getResourceAsStream(FILE));
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands for the command's own field, otherwise for the field of that name anywhere.
     *
     * @param path such as {@code from.milestoneId}
     * @throws IllegalArgumentException if nothing is said of it: a form without help is not published
     */
    String of(String command, String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        String sentence = sentences.getProperty(command + "." + path, sentences.getProperty(name));
        if (sentence == null) {
            throw new IllegalArgumentException(
                    FILE + " says nothing of " + command + "." + path + ": write what belongs there.");
        }
        return sentence;
    }
}
