package id.balairung.common.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.net.URI;
import java.util.Objects;

/**
 * Under which address a screen was opened. Noted as it comes up: later, when a view is built anew by another tab's act, there is no
 * request that would tell it.
 *
 * @param address the installation's, as the screen's browser reached it
 */
public record OpenedAt(URI address) {

    /** The one of a screen. */
    public static OpenedAt of(UI screen) {
        return Objects.requireNonNull(ComponentUtil.getData(screen, OpenedAt.class));
    }
}
