package centralcommand.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line and in the environment.
 *
 * @param sampleFolder the portfolio to load with its accounts, if the sample was asked for
 * @param host         the address to listen on
 * @param portBase     the port of the pages; the services take the two after it
 * @param ledger     where the ledger is kept, a file or {@code mongodb://…/database}; null for a file in the data folder
 * @param resetAdmin   give the account admin a new password, which is how a lost one is got over
 * @param exitWhenReady stop as soon as everything answers, which is how the class cache is trained
 */
record Options(
        @Nullable Path sampleFolder,
        InetAddress host,
        int portBase,
        Path home,
        @Nullable String ledger,
        boolean resetAdmin,
        boolean exitWhenReady,
        boolean help) {
    static final String HOME = "CENTRAL_COMMAND_HOME";
    static final String LEDGER = "CENTRAL_COMMAND_LEDGER";
    static final String SHIPPED_SAMPLE = "central-command.shipped-sample";
    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_BASE = 65_533;

    static Options parse(List<String> arguments, Map<String, String> environment, @Nullable String shippedSample)
            throws StartRefused {
        Path sample = null;
        String host = "127.0.0.1";
        int portBase = USUAL_PORT;
        String ledger = environment.getOrDefault(LEDGER, "");
        boolean resetAdmin = false;
        boolean exitWhenReady = false;
        boolean help = false;
        ListIterator<String> left = arguments.listIterator();
        while (left.hasNext()) {
            String argument = left.next();
            switch (argument) {
                case "--sample" -> sample = sampleFolder(left, shippedSample);
                case "--host" -> host = value(argument, left);
                case "--port-base" -> portBase = portBase(value(argument, left));
                case "--ledger" -> ledger = value(argument, left);
                case "--reset-admin" -> resetAdmin = true;
                case "--exit-when-ready" -> exitWhenReady = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw StartRefused.misused(
                            "\"%s\" is not an option; infra/run --help lists them.".formatted(argument));
            }
        }
        Options options = new Options(
                sample,
                address(host),
                portBase,
                Path.of(environment.getOrDefault(HOME, ".central-command")).toAbsolutePath(),
                ledger.isBlank() ? null : ledger,
                resetAdmin,
                exitWhenReady,
                help);
        options.refuseOpenSample();
        return options;
    }

    boolean sample() {
        return sampleFolder != null;
    }

    private void refuseOpenSample() throws StartRefused {
        if (sample() && !host.isLoopbackAddress()) {
            throw StartRefused.misused(
                    "The passwords of the sample accounts are public, so --sample is refused on %s; leave out --host or --sample."
                            .formatted(host.getHostAddress()));
        }
    }

    private static Path sampleFolder(ListIterator<String> left, @Nullable String shippedSample) throws StartRefused {
        if (left.hasNext()) {
            String next = left.next();
            if (!next.startsWith("-")) {
                return Path.of(next).toAbsolutePath();
            }
            left.previous();
        }
        if (shippedSample == null) {
            throw StartRefused.misused("No sample is shipped with this copy; name a folder after --sample.");
        }
        return Path.of(shippedSample).toAbsolutePath();
    }

    private static String value(String option, Iterator<String> left) throws StartRefused {
        if (!left.hasNext()) {
            throw StartRefused.misused("%s needs a value; infra/run --help shows how.".formatted(option));
        }
        return left.next();
    }

    private static int portBase(String text) throws StartRefused {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_BASE) {
            throw StartRefused.misused(
                    "--port-base is a number from 1 to %d, not \"%s\".".formatted(HIGHEST_BASE, text));
        }
        return port;
    }

    private static InetAddress address(String host) throws StartRefused {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw StartRefused.misused("The address \"%s\" after --host is not known here.".formatted(host));
        }
    }
}
