package centralcommand.standalone.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Turns a folder of files into commands, sent to the command API by the sample accounts. Twice adds nothing. */
@FunctionalInterface
public interface SampleImport {

    /**
     * Runs once everything answers and before the ready line is printed.
     *
     * @param folder     the portfolio's files
     * @param commandApi for example {@code http://localhost:8081}
     * @param queryApi   for example {@code http://localhost:8082}
     * @param tokens     speaks for the sample accounts
     * @param kept       a folder of the importer's own inside the data folder, for reports and for what it remembers
     * @throws IOException if the folder cannot be read or an API cannot be reached; rows that were refused are reported, not thrown
     */
    void run(Path folder, URI commandApi, URI queryApi, Tokens tokens, Path kept, Progress progress)
            throws IOException, InterruptedException;

    /** Access tokens for both APIs. */
    @FunctionalInterface
    interface Tokens {
        /** A token of this sample account that is good for some minutes at least; asking often costs nothing. */
        String of(String account) throws IOException, InterruptedException;
    }

    /** Tells the person at the console how far the work is. */
    interface Progress {
        void done(String what, int done, int total);

        void say(String line);
    }
}
