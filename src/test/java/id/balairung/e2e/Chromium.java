package id.balairung.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Chromium of the machine, and in it a separate person for each {@link Person}. */
public class Chromium implements AutoCloseable {

    private static final List<String> BINARIES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final int PATIENCE_MILLIS = 30_000;

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            // The machine's own is used.
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(binary())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final String address;

    /** Beside the application at that port. */
    public Chromium(int port) {
        this.address = "http://localhost:" + port;
        // A build machine is slow and shared; a test says what happens, the benchmark says how fast.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** Someone at a screen of their own, signed in. */
    Person signIn(StaffPrincipal staff) {
        return signIn(staff, 1366, 768);
    }

    /** Someone at a screen of the given size in CSS pixels, signed in. */
    Person signIn(StaffPrincipal staff, int width, int height) {
        return signIn(staff.getUsername(), width, height);
    }

    /** Whoever has that name, with the password of everybody in tests. */
    public Person signIn(String username, int width, int height) {
        Person person = anonymous(width, height);
        person.open("masuk");
        Page page = person.page();
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(Hall.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Masuk").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/masuk"));
        return person;
    }

    /** Someone who has not signed in. */
    Person anonymous(int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("id-ID").setViewportSize(width, height));
        return new Person(context.newPage(), address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path binary() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> BINARIES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: ./balairung test installs it"));
    }

    /**
     * A person at a screen.
     *
     * @param page the screen
     * @param address the application's address
     */
    public record Person(Page page, String address) {

        /** Goes to a page of the application. */
        public void open(String route) {
            page.navigate(address + "/" + route);
        }

        /** Types as fast as a person can: a key that has just acted rests for 400 ms. */
        void type(String text) {
            page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(40));
        }

        void press(String key) {
            page.keyboard().press(key);
        }
    }
}
