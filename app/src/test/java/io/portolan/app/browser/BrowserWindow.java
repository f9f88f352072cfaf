package io.portolan.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One person's window onto the console. It remembers where the browser went and what it complained about. */
final class BrowserWindow implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int NARROW = 390;

    private final BrowserContext context;
    private final URI site;
    private final Page page;
    private final List<String> strayRequests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int navigations;

    BrowserWindow(BrowserContext context, URI site) {
        this.context = context;
        this.site = site;
        context.onRequest(this::recordIfStray);
        page = context.newPage();
        page.onFrameNavigated(this::countNavigation);
        page.onConsoleMessage(this::recordError);
        page.onPageError(errors::add);
    }

    Page page() {
        return page;
    }

    BrowserWindow open(String path) {
        page.navigate(site.resolve(path).toString());
        return this;
    }

    BrowserWindow logIn(String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** How often a document was loaded; parts that htmx reads anew do not count. */
    int navigations() {
        return navigations;
    }

    /** What the browser wrote to its console as an error until now; it is then no fault any more. */
    List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** Sends the form of an action as somebody would who made it up: with this token, an id and a reason. */
    APIResponse post(String path, String token) {
        FormData form = FormData.create()
                .set("_csrf", token)
                .set("actionId", "act_forged")
                .set("reason", "forged");
        return context.request()
                .post(
                        site.resolve(path).toString(),
                        RequestOptions.create().setHeader("Accept", "text/html").setForm(form));
    }

    /** Sends the form that everybody has to an address that is not for everybody. */
    void sendLogOutTo(String path) {
        page.evaluate("""
                path => {
                    const form = document.querySelector("form[action='/logout']");
                    form.action = path;
                    form.submit();
                }""", path);
    }

    /** Has axe look for barriers in light and in dark, and keeps pictures of both and of a narrow screen. */
    void inspect(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            saveScreenshot(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .extracting(BrowserWindow::describe)
                    .as("what axe found on %s in %s", name, scheme)
                    .isEmpty();
        }
        ViewportSize wide = page.viewportSize();
        page.setViewportSize(NARROW, wide.height);
        saveScreenshot(name + "-narrow");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s on a narrow screen", name)
                .isEqualTo(NARROW);
        page.setViewportSize(wide.width, wide.height);
    }

    /** Closes the window, if nothing was wrong in it. */
    @Override
    public void close() {
        context.close();
        assertThat(strayRequests).as("requests to other hosts").isEmpty();
        assertThat(errors).as("errors on the browser's console").isEmpty();
    }

    private void saveScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void recordIfStray(Request request) {
        URI target = URI.create(request.url());
        if (!"127.0.0.1".equals(target.getHost()) && !"data".equals(target.getScheme())) {
            strayRequests.add(request.url());
        }
    }

    private void countNavigation(Frame frame) {
        if (frame.equals(page.mainFrame())) {
            navigations++;
        }
    }

    private void recordError(ConsoleMessage message) {
        if (message.type().equals("error")) {
            errors.add(message.text() + " at " + message.location());
        }
    }

    private static String describe(Rule rule) {
        return "%s: %s %s".formatted(rule.getId(), rule.getHelp(), rule.getNodes());
    }
}
