package id.balairung.history.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Menu;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which columns the list has. */
class ColumnMenu extends Menu {

    private final Set<TurnColumn> chosen;

    /**
     * A menu.
     *
     * @param offered what can be chosen
     * @param shown what is there now
     * @param changed is told what is there from now on
     */
    ColumnMenu(List<TurnColumn> offered, Set<TurnColumn> shown, Consumer<Set<TurnColumn>> changed) {
        chosen = shown.isEmpty() ? EnumSet.noneOf(TurnColumn.class) : EnumSet.copyOf(shown);
        addClassNames("bl-turn-menu", "bl-desk-only");
        MenuItem columns = addItem(Icons.SETTINGS.create());
        columns.add(getTranslation("history.columns"));
        for (TurnColumn column : offered) {
            MenuItem item = columns.getSubMenu().addItem(getTranslation(column.key()));
            item.setCheckable(true);
            item.setChecked(chosen.contains(column));
            item.setKeepOpen(true);
            item.addClickListener(click -> {
                if (item.isChecked()) {
                    chosen.add(column);
                } else {
                    chosen.remove(column);
                }
                changed.accept(chosen.isEmpty() ? Set.of() : EnumSet.copyOf(chosen));
            });
        }
    }
}
