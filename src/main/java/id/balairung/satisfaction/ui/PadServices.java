package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.UI;
import id.balairung.agency.CurrentMall;
import id.balairung.common.ui.OpenedAt;
import id.balairung.satisfaction.RatingPads;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The doors through which the screen of the rating pads goes, in one hand. */
@Component
record PadServices(
        RatingPads pads,
        CurrentMall mall,
        Clock clock,
        @Value("${balairung.public-url:#{null}}") Optional<URI> publicUrl) {

    /** What is opened on a tablet; without a configured address by the one under which the screen was opened. */
    URI address(UI screen) {
        URI installation = publicUrl.orElseGet(() -> OpenedAt.of(screen).address());
        return URI.create(installation.toString().replaceFirst("/+$", "") + PadPages.ROOT);
    }
}
