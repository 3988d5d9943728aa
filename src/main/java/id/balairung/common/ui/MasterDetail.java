package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A section of /kelola: a list that can be searched at the left, the form of the chosen entry at the right, over the list on
 * a phone. What is chosen and searched stands in the address: {@code pilih} (an id, or {@value #NEW}), {@code cari},
 * {@code nonaktif}, and what a {@link ListFilter} calls itself. Leaving a form that was changed is asked about, whichever way
 * one leaves.
 *
 * @param <T> an entry
 */
@StyleSheet("styles/manage.css")
public class MasterDetail<T> extends Div implements FormPlace<T>, AfterNavigationObserver, BeforeLeaveObserver {

    /** The value of {@code pilih} for an entry that is being added. */
    public static final String NEW = "baru";

    private static final String CHOSEN = "pilih";
    private static final String SEARCH = "cari";
    private static final String INACTIVE = "nonaktif";

    private final String path;
    private final transient Entries<T> entries;
    private final Grid<T> grid;
    private final EntryForm<T> form;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final TextField search = new TextField();
    private final Div bar = new Div(search);
    private final Checkbox inactive = new Checkbox();
    private final Span count = new Span();
    private final Div tools = new Div();
    private final EmptyState nothing;
    private final Span nothingFound = new Span();
    private transient Optional<ListFilter<T>> filter = Optional.empty();
    private transient List<T> all = List.of();
    private transient List<T> listed = List.of();
    private String chosen = "";
    private boolean revealing = true;

    /**
     * A section.
     *
     * @param path the view's route
     * @param entries its entries
     * @param grid the list, with its columns
     * @param form the form
     * @param none what is said while there is no entry at all
     */
    public MasterDetail(String path, Entries<T> entries, Grid<T> grid, EntryForm<T> form, EmptyState none) {
        this.path = path;
        this.entries = entries;
        this.grid = grid;
        this.form = form;
        this.nothing = none;
        form.placeIn(this);
        addClassName("bl-manage");
        prepareSearch();
        prepareGrid();
        entries.addLabel().ifPresent(this::offerNew);
        bar.add(tools);
        bar.addClassName("bl-manage-bar");
        Div under = new Div(count, inactive);
        under.addClassName("bl-manage-under");
        Section list = new Section(bar, under, grid, nothing);
        list.addClassNames("bl-card", "bl-manage-list");
        list.setAriaLabel(getTranslation("common.list.entries"));
        layout.setMaster(list);
        layout.setMasterSize("min(420px, calc(100vw - 24px))", true);
        layout.setDetailSize("480px", true);
        layout.setOverlayContainment(MasterDetailLayout.OverlayContainment.PAGE);
        layout.setOverlaySize("min(100%, 560px)");
        layout.setDetailPlaceholder(placeholder());
        layout.addBackdropClickListener(click -> close());
        layout.addDetailEscapePressListener(escape -> close());
        // What is still being typed is told first: the question about unsaved changes must know of it.
        layout.getElement().executeJs("""
                        this.addEventListener('keydown', (event) => {
                          const path = event.composedPath();
                          if (event.key === 'Escape' && !path.some((part) => part.opened) && path[0].blur) { path[0].blur(); }
                        }, true);
                        """);
        add(layout);
    }

    /** Puts buttons beside the one for a new entry, e.g. import and export. */
    public void offer(Component... buttons) {
        tools.setVisible(true);
        tools.add(buttons);
    }

    /** Puts a filter beside the search. */
    public void narrowBy(ListFilter<T> parts) {
        filter = Optional.of(parts);
        bar.addComponentAtIndex(1, parts);
        parts.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                narrow();
            }
        });
    }

    /** Reads the entries again; what is chosen stays. */
    public void refresh() {
        all = entries.read();
        showChosen();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        int row = find(chosen).map(listed::indexOf).orElse(0);
        search.setValue(asked.getSingleParameter(SEARCH).orElse(""));
        filter.ifPresent(parts ->
                parts.choose(asked.getSingleParameter(parts.parameter()).orElse("")));
        chosen = asked.getSingleParameter(CHOSEN).orElse("");
        inactive.setValue(asked.getSingleParameter(INACTIVE).isPresent());
        all = entries.read();
        show(row);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (layout.getDetail() == null || !form.changed()) {
            return;
        }
        new UnsavedQuestion(leaving, form, this::refreshSelection).open();
    }

    /** Closes the form; asks first where something was typed. */
    @Override
    public void close() {
        go("");
    }

    @Override
    public void stored(String id) {
        Notifications.SUCCESS.show(getTranslation("common.form.saved"));
        if (!id.equals(chosen)) {
            revealing = true;
            all = entries.read();
            if (find(id).filter(added -> !isWanted(added)).isPresent()) {
                widen();
            }
        }
        go(id);
    }

    @Override
    public Optional<T> readAgain(Optional<T> shown) {
        refresh();
        return shown.map(entries::idOf).flatMap(this::find);
    }

    private void prepareSearch() {
        tools.setVisible(false);
        search.setPlaceholder(getTranslation("common.list.search"));
        search.setAriaLabel(getTranslation("common.list.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(60);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(150);
        search.getElement().setAttribute("autocomplete", "off");
        ShortcutKeys.leaveSingleKeysWhileEmpty(search);
        search.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                narrow();
            }
        });
        inactive.setLabel(getTranslation("common.list.inactive"));
        inactive.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                narrow();
            }
        });
        count.addClassNames("bl-quiet", "bl-s");
        count.getElement().setAttribute("aria-live", "polite");
        tools.addClassName("bl-manage-tools");
    }

    private void prepareGrid() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        ((GridSingleSelectionModel<T>) grid.setSelectionMode(Grid.SelectionMode.SINGLE)).setDeselectAllowed(false);
        grid.getElement().setAttribute("aria-label", getTranslation("common.list.entries"));
        Button clear = new Button(getTranslation("common.list.show-all"), click -> showAll());
        Div nobody = new Div(nothingFound, clear);
        nobody.addClassName("bl-nothing-found");
        grid.setEmptyStateComponent(nobody);
        grid.setPartNameGenerator(entry -> entries.isActive(entry) ? null : "inactive");
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                go(selection.getFirstSelectedItem().map(entries::idOf).orElse(""));
            }
        });
    }

    private void offerNew(String label) {
        Button add = new Button(label, Icons.PLUS.create(), click -> go(NEW));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClassName("bl-act");
        offer(add);
    }

    private EmptyState placeholder() {
        EmptyState hint = new EmptyState(
                Icons.SETTINGS, getTranslation("common.detail.none"), getTranslation("common.detail.none-next"));
        hint.addClassName("bl-card");
        return hint;
    }

    private void show(int rowBefore) {
        Optional<T> found = showChosen();
        if (revealing) {
            revealing = false;
            found.ifPresent(grid::scrollToItem);
        }
        boolean adding = chosen.equals(NEW) && entries.addLabel().isPresent();
        if (found.isPresent() || adding) {
            form.show(found);
            layout.setDetail(form);
        } else if (layout.getDetail() != null) {
            layout.setDetail(null);
            new LostFocus(listed.isEmpty() ? search : grid, rowBefore).pass();
        }
    }

    /** Shows the list with what is chosen in it, also where that has just been disabled. */
    private Optional<T> showChosen() {
        Optional<T> found = find(chosen);
        found.filter(entry -> !entries.isActive(entry)).ifPresent(entry -> inactive.setValue(true));
        list();
        grid.asSingleSelect().setValue(found.orElse(null));
        return found;
    }

    private void narrow() {
        list();
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, parameters(chosen)));
        refreshSelection();
    }

    private void widen() {
        search.clear();
        filter.ifPresent(parts -> parts.choose(""));
    }

    private void showAll() {
        widen();
        narrow();
        search.focus();
    }

    private void refreshSelection() {
        grid.asSingleSelect().setValue(find(chosen).orElse(null));
    }

    private void list() {
        listed = all.stream()
                .filter(entry -> inactive.getValue() || entries.isActive(entry))
                .filter(this::isWanted)
                .toList();
        grid.setItems(listed);
        grid.setVisible(!all.isEmpty());
        nothing.setVisible(all.isEmpty());
        nothingFound.setText(getTranslation("common.list.nothing-found"));
        inactive.setVisible(all.stream().anyMatch(entry -> !entries.isActive(entry)));
        count.setVisible(!all.isEmpty());
        count.setText(getTranslation("common.list.count", listed.size(), all.size()));
    }

    private boolean isWanted(T entry) {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return filter.map(parts -> parts.passes(entry)).orElse(true)
                && (wanted.isEmpty()
                        || entries.wordsOf(entry).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Optional<T> find(String id) {
        return all.stream().filter(entry -> entries.idOf(entry).equals(id)).findAny();
    }

    private void go(String id) {
        UI.getCurrent().navigate(path, parameters(id));
    }

    private QueryParameters parameters(String id) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!id.isEmpty()) {
            parameters.put(CHOSEN, id);
        }
        if (!search.getValue().isBlank()) {
            parameters.put(SEARCH, search.getValue().strip());
        }
        filter.ifPresent(parts -> parts.code().ifPresent(code -> parameters.put(parts.parameter(), code)));
        if (inactive.getValue()) {
            parameters.put(INACTIVE, "1");
        }
        return QueryParameters.simple(parameters);
    }
}
