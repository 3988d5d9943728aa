package id.balairung.intake.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.ShortcutKeys;
import id.balairung.intake.DeskOffer;
import id.balairung.intake.OfferIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds a service over all agencies by typing. The focus stays in the field: arrows choose, Enter adds to the visit.
 */
class ServiceFinder extends Div {

    /** Whether a key is Enter, said by the browser. */
    static final String IS_ENTER = "event.key === 'Enter'";

    /**
     * What stood in the field at Enter. The browser empties it in the same moment, so that whoever types on while the
     * answer is on its way begins the next search. Asked at every key, so it asks for the key itself.
     */
    static final String TAKEN_AT_ENTER = IS_ENTER + " ? ((typed) => (element.value = '', typed))(element.value) : ''";

    private final transient LiveDesk desk;
    private final Span count = new Span();
    private final TextField search = new TextField();
    private final OfferGrid list = new OfferGrid(this::clicked);
    private final EmptyState nothing;
    private final Span spoken = new Span();
    private final OfferText text = new OfferText(this);
    private transient OfferIndex index = new OfferIndex(List.of(), Locale.ROOT);
    private transient List<DeskOffer> found = List.of();
    private String left = "";
    private transient Optional<FinderRow> leftOn = Optional.empty();

    ServiceFinder(LiveDesk desk) {
        this.desk = desk;
        addClassNames("bl-card", "bl-finder");
        nothing = new EmptyState(
                Icons.SEARCH, getTranslation("intake.finder.nothing"), getTranslation("intake.finder.nothing-next"));
        search.setLabel(getTranslation("intake.finder.search"));
        search.setPlaceholder(getTranslation("intake.finder.placeholder"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(OfferIndex.LONGEST_QUERY);
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.getElement().setAttribute("autocomplete", "off");
        ShortcutKeys.leaveSingleKeysWhileEmpty(search);
        search.addValueChangeListener(typed -> searched(typed.getOldValue()));
        search.getElement()
                .addEventListener(
                        "keydown",
                        enter ->
                                entered(enter.getEventData().get(TAKEN_AT_ENTER).asString()))
                .setFilter(IS_ENTER)
                .addEventData(TAKEN_AT_ENTER);
        moveOn("ArrowDown", 1);
        moveOn("ArrowUp", -1);
        count.addClassNames("bl-quiet", "bl-s");
        spoken.addClassName("bl-sr");
        spoken.getElement().setAttribute("aria-live", "polite");
        Header head = new Header(new H2(getTranslation("intake.finder.title")), count);
        head.addClassName("bl-head");
        Div field = new Div(search);
        field.addClassName("bl-search");
        add(head, field, list, nothing, spoken);
        Signal.effect(this, () -> show(desk.state().get()));
    }

    /** Empties the field and puts the focus there, but for a phone, whose keyboard would then cover the visit. */
    void restart() {
        search.clear();
        focusOnDesk();
    }

    private void focusOnDesk() {
        search.getElement().executeJs("""
                if (!matchMedia('(max-width: 720px)').matches) {
                  setTimeout(() => this.focus());
                }""");
    }

    private void moveOn(String key, int steps) {
        search.getElement()
                .addEventListener("keydown", pressed -> {
                    list.move(steps);
                    list.selected().ifPresent(row -> spoken.setText(text.line(row)));
                })
                .setFilter("event.key === '" + key + "' && (event.preventDefault(), true)");
    }

    private void entered(String typed) {
        if (rowOf(typed).filter(this::choose).isPresent()) {
            focusOnDesk();
        } else if (search.isEmpty() && !typed.isBlank()) {
            // What led to nothing stays, unless something else was typed meanwhile.
            search.setValue(typed);
        }
        left = "";
        leftOn = Optional.empty();
    }

    /** The row that was chosen for a text; the best one where the browser had gone on before it told of the choice. */
    private Optional<FinderRow> rowOf(String typed) {
        if (typed.isBlank()) {
            return list.selected();
        }
        return typed.equals(left)
                ? leftOn
                : index.find(typed).stream().findFirst().map(offer -> FinderRow.of(offer, desk.now()));
    }

    private void searched(String before) {
        if (search.isEmpty()) {
            left = before;
            leftOn = list.selected();
        }
        found = index.find(search.getValue());
        show(desk.now());
        list.deselectAll();
        if (!search.getValue().isBlank()) {
            list.move(1);
        } else {
            list.scrollToStart();
        }
    }

    private void show(DeskState state) {
        if (!index.holds(state.offers())) {
            index = new OfferIndex(state.offers(), getLocale());
            found = index.find(search.getValue());
        }
        List<FinderRow> rows =
                found.stream().map(offer -> FinderRow.of(offer, state)).toList();
        list.take(rows);
        list.setVisible(!rows.isEmpty());
        nothing.setVisible(rows.isEmpty());
        count.setText(getTranslation("intake.finder.found", rows.size()));
    }

    private void clicked(FinderRow row) {
        if (choose(row)) {
            restart();
        }
    }

    /** Adds a service to the visit; false when it is refused. */
    private boolean choose(FinderRow row) {
        DeskOffer offer = row.offer();
        if (!offer.open()) {
            Notifications.ERROR.show(getTranslation(
                    "intake.finder.refused", offer.service().prefix(), text.name(offer), text.reason(offer)));
            return false;
        }
        if (!desk.now().wants(row.id())) {
            desk.add(offer);
            spoken.setText(getTranslation("intake.finder.added", offer.service().prefix(), text.name(offer)));
        }
        return true;
    }
}
