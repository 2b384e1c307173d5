package centralcommand.standalone.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of the system, without a window. */
final class Chromium implements AutoCloseable {
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));

    private static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CENTRAL_COMMAND_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium was found: install it, or name it in CENTRAL_COMMAND_CHROMIUM."));
    }

    /** Somebody at a desk, with scripts. */
    Person person(RunningSystem system, String account) {
        return new Person(browser, system, account, true);
    }

    Person personWithoutScripts(RunningSystem system, String account) {
        return new Person(browser, system, account, false);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
