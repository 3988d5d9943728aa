package id.balairung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;

/**
 * There is no such page, or there is and this person may not open it: nobody learns which. So that the two can't drift
 * apart, they are one page with several reasons to come here.
 */
abstract class NotFoundPage extends Div implements PageHeader, LocaleChangeObserver {

    NotFoundPage() {
        addClassName("bl-main");
    }

    @Override
    public String title() {
        return getTranslation("shell.not-found.title");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        EmptyState state = new EmptyState(
                Icons.NOT_FOUND, getTranslation("shell.not-found.headline"), getTranslation("shell.not-found.next"));
        state.addClassName("bl-error");
        Anchor home = new Anchor("", getTranslation("shell.not-found.home"));
        home.getElement().setAttribute("router-link", true);
        state.add(home);
        add(state);
    }
}
