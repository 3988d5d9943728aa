package id.balairung.queue.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Menu;
import java.util.function.Consumer;

/** What is done to the counter itself, and rarely: its services, late returns, closing. */
class CounterMenu extends Menu {

    /** An entry of the menu. */
    enum Entry {
        SERVICES("queue.menu.services"),
        LATE_RETURN("queue.menu.late-return"),
        CLOSE("queue.menu.close");

        private final String key;

        Entry(String key) {
            this.key = key;
        }
    }

    private final MenuItem lateReturn;
    private final MenuItem closing;
    private final MenuItem services;

    CounterMenu(Signal<ConsoleState> state, Consumer<Entry> wanted) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        addClassName("bl-counter-menu");
        MenuItem root = addItem(getTranslation("queue.menu"));
        services = add(root, Entry.SERVICES, wanted);
        lateReturn = add(root, Entry.LATE_RETURN, wanted);
        closing = add(root, Entry.CLOSE, wanted);
        Signal.effect(this, () -> show(state.get()));
    }

    private MenuItem add(MenuItem root, Entry entry, Consumer<Entry> wanted) {
        return root.getSubMenu().addItem(getTranslation(entry.key), click -> wanted.accept(entry));
    }

    /** An entry is sent its state even where it stays the same. */
    private static void enable(MenuItem entry, boolean possible) {
        if (entry.isEnabled() != possible) {
            entry.setEnabled(possible);
        }
    }

    private void show(ConsoleState state) {
        boolean free = state.phase() == Phase.READY || state.phase() == Phase.PAUSED;
        enable(services, state.reachable());
        enable(closing, state.reachable() && free);
        enable(lateReturn, state.reachable());
        String text = getTranslation(Entry.LATE_RETURN.key, state.mayReturn().size());
        if (!text.equals(lateReturn.getText())) {
            lateReturn.setText(text);
        }
    }
}
