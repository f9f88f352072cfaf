package io.portolan.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, driven by Playwright, which downloads none. */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-background-networking");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the tests where there is no Chromium; fails them in CI, where nothing may be skipped. */
    static void require() {
        if (Files.isExecutable(executable())) {
            return;
        }
        String reason = "no Chromium at %s; install it, or name another by PORTOLAN_CHROMIUM".formatted(executable());
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }

    static Chromium launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(FLAGS));
            return new Chromium(playwright, browser);
        } catch (RuntimeException failed) {
            playwright.close();
            throw failed;
        }
    }

    /** A window of its own, with no cookies yet. */
    BrowserWindow openWindow(URI site) {
        return new BrowserWindow(
                browser.newContext(
                        // Without motion, so that no colour is looked at while it fades.
                        new Browser.NewContextOptions()
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(1360, 900)),
                site);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        return Path.of(System.getenv().getOrDefault("PORTOLAN_CHROMIUM", "/usr/bin/chromium"));
    }
}
