package id.balairung.intake.ui;

import com.vaadin.flow.component.UI;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.common.ui.OpenedAt;
import id.balairung.queue.PublicToken;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What every slip of this mall carries. */
@Component
class SlipPaper {

    private final CurrentMall mall;
    private final Optional<URI> publicUrl;
    private final boolean sample;

    SlipPaper(
            CurrentMall mall,
            @Value("${balairung.public-url:#{null}}") Optional<URI> publicUrl,
            Environment environment) {
        this.mall = mall;
        this.publicUrl = publicUrl;
        this.sample = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** The paper for a screen; without a configured address visitors use the one under which the screen was opened. */
    Heading heading(UI screen) {
        MallRules rules = mall.rules();
        return new Heading(
                rules.name(),
                rules.zone(),
                publicUrl.orElseGet(() -> OpenedAt.of(screen).address()),
                sample);
    }

    /**
     * What stands on every slip.
     *
     * @param mall the mall's name
     * @param zone the mall's zone
     * @param address where visitors reach this installation
     * @param sample whether everything is made up
     */
    record Heading(String mall, ZoneId zone, URI address, boolean sample) {

        /** The page that a slip's code leads to. */
        URI link(PublicToken token) {
            return URI.create(address.toString().replaceFirst("/+$", "") + "/nilai/" + token.value());
        }
    }
}
