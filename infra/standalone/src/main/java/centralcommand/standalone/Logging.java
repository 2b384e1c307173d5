package centralcommand.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Three Spring contexts share one process, so none of them may own its logging: this does, before the first of them exists. */
final class Logging {
    private Logging() {}

    static void to(Path folder) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("central-command.log-folder", folder.toString());
        System.setProperty("logback.configurationFile", "centralcommand/standalone/logback.xml");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
