package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.common.ui.Connection;
import id.balairung.testing.DatabaseOutage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database doesn't answer while satisfaction is looked at. */
class SatisfactionOutageTest extends SatisfactionOfAnAgency {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BANNER = "Basis data tidak dapat dihubungi.";

    @Autowired
    DatabaseOutage outage;

    @Autowired
    CurrentMall mall;

    @Test
    void theScreenSaysFromWhenItsFiguresAreAndGoesOnByItself() {
        said.rated(first(), 4, "");
        SatisfactionScreen screen = admin();
        MallRules rules = mall.rules();

        try (var frozen = outage.freeze()) {
            screen.within(PATIENCE, "the banner", () -> screen.text().contains(BANNER));
            assertThat(live(screen.window())).isFalse();
            assertThat(screen.all("bl-rate")).hasSize(1);
            clock.advance(Duration.ofSeconds(11));
            assertThat(mall.rules()).isEqualTo(rules);
        }

        screen.within(PATIENCE, "the end of the banner", () -> !screen.text().contains(BANNER));
        assertThat(live(screen.window())).isTrue();
        said.rated(first(), 3, "");
        screen.soon("the rating", () -> screen.all("bl-rate").size() == 2);
    }

    private static boolean live(BrowserlessUIContext window) {
        window.activate();
        return !window.find(Connection.class).single().getElement().getProperty("interrupted", false);
    }
}
