package id.balairung.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.Shortcut;
import java.util.List;

/** The view's keys, on demand; not there for a view without keys. */
class ShortcutList extends Div implements LocaleChangeObserver {

    private final Button button = new Button(Icons.KEYBOARD.create());
    private final Popover popover = new Popover();
    private transient List<PageHeader.KeyHelp> keys = List.of();

    ShortcutList() {
        addClassName("bl-desk-only");
        new Shortcut("?").on(button);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        popover.setOverlayRole("dialog");
        OnDemand.open(popover, button, this::list);
        add(button, popover);
        setVisible(false);
    }

    /** Lists a view's keys. */
    void show(List<PageHeader.KeyHelp> help) {
        keys = help;
        popover.close();
        setVisible(!keys.isEmpty());
    }

    private DescriptionList list() {
        DescriptionList list = new DescriptionList();
        list.addClassName("bl-shortcuts");
        keys.forEach(key -> list.add(
                new DescriptionList.Term(new Shortcut(key.key()).hint()), new DescriptionList.Description(key.text())));
        return list;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        button.setText(getTranslation("shell.shortcuts"));
        popover.setAriaLabel(getTranslation("shell.shortcuts"));
    }
}
