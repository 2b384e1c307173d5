package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser session of their own, who minds every complaint of the browser. */
final class Person implements AutoCloseable {
    static final int DESK_WIDTH = 1280;
    static final int PHONE_WIDTH = 390;
    static final int HEIGHT = 900;

    private final RunningSystem system;
    private final String account;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Person(Browser browser, RunningSystem system, String account, boolean scripts) {
        this.system = system;
        this.account = account;
        context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("en-US")
                .setTimezoneId("America/New_York")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(DESK_WIDTH, HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onResponse(this::listen);
    }

    private void listen(ConsoleMessage message) {
        boolean announcedStatus =
                message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        if (message.type().equals("error") && !announcedStatus) {
            complaints.add(page.url() + ": " + message.text());
        }
    }

    private void listen(Response response) {
        if (response.status() >= 500) {
            complaints.add(response.url() + ": " + response.status());
        }
    }

    /** What the browser has complained of: errors of scripts, of the content security policy, of the server. */
    List<String> complaints() {
        return complaints;
    }

    String account() {
        return account;
    }

    Page page() {
        return page;
    }

    /** Opens a page of the product; answers its status. */
    int open(String path) {
        Response response = page.navigate(system.address(path));
        return response == null ? 200 : response.status();
    }

    /** Signs in by mouse and keyboard, and is led to the own home. */
    void signIn() {
        open("/");
        page.getByLabel("Account name").fill(account);
        page.getByLabel("Password").fill(account + "-pass");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator(".cc-who__name").textContent()).contains(account);
    }

    /** The text behind an address, fetched with the own session. */
    String fetch(String path) {
        APIResponse response = context.request().get(system.address(path));
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.text();
    }

    int status(String path) {
        return context.request().get(system.address(path)).status();
    }

    @Override
    public void close() {
        context.close();
    }
}
