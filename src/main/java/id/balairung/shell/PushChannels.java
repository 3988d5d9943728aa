package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;

/** Gives each screen its push channel. Found by Vaadin as a service. */
public final class PushChannels implements PushConnectionFactory {

    private static final long serialVersionUID = 1;

    /** Created by Vaadin, by its name. */
    public PushChannels() {}

    @Override
    public PushConnection apply(UI ui) {
        return new NewestOnlyPush(ui);
    }
}
