package gradus.classroom;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** The system's browser, without a window. */
public final class Chromium {
    private Chromium() {}

    public static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
    }

    /**
     * Lets somebody read with a preference and on a screen of their own.
     *
     * @param scheme light or dark
     * @param width in pixels
     */
    public static void show(ChromeDriver browser, String scheme, int width) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What keeps somebody from reading the page. */
    public static List<String> obstacles(ChromeDriver browser) {
        return new AxeBuilder()
                .analyze(browser).getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    /** The width that the page needs, in pixels. */
    public static int neededWidth(ChromeDriver browser) {
        Object needed = browser.executeScript("return document.documentElement.scrollWidth");
        return ((Number) Objects.requireNonNull(needed)).intValue();
    }

    /** What the browser complained of since it was asked last. */
    public static List<String> complaints(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }
}
