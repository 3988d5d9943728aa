package id.balairung.intake.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.queue.PublicToken;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What every slip of this mall carries. The address under which a screen was opened is noted as the screen comes up: later,
 * when a view is built anew by another tab's act, there is no request that would tell it.
 */
@Component
class SlipPaper implements VaadinServiceInitListener {

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

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> ComponentUtil.setData(init.getUI(), OpenedAt.class, OpenedAt.requested()));
    }

    /** The paper for a screen; without a configured address visitors use the one under which the screen was opened. */
    Heading heading(UI screen) {
        MallRules rules = mall.rules();
        return new Heading(
                rules.name(),
                rules.zone(),
                publicUrl.orElseGet(
                        () -> ComponentUtil.getData(screen, OpenedAt.class).address()),
                sample);
    }

    private record OpenedAt(URI address) {

        static OpenedAt requested() {
            return new OpenedAt(ServletUriComponentsBuilder.fromContextPath(
                            VaadinServletRequest.getCurrent().getHttpServletRequest())
                    .build()
                    .toUri());
        }
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
