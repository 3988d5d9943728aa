package id.balairung.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The services that were found. A newer list is taken over in place: selection, scroll and focus stay, and a count that
 * changed is tinted for a moment.
 */
@Uses(Icon.class)
@Uses(Button.class)
class OfferGrid extends Grid<FinderRow> {

    private final List<FinderRow> rows = new ArrayList<>();
    private final Set<ServiceId> changed = new HashSet<>();
    private final ListDataProvider<FinderRow> source = new RowSource(rows);
    private final OfferText text = new OfferText(this);

    /**
     * An empty list.
     *
     * @param chosen is told the service that was clicked
     */
    OfferGrid(SerializableConsumer<FinderRow> chosen) {
        addClassName("bl-offers");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        ((GridSingleSelectionModel<FinderRow>) getSelectionModel()).setDeselectAllowed(false);
        getElement().setAttribute("aria-label", getTranslation("intake.finder.list"));
        addColumn(LitRenderer.<FinderRow>of("<span class='bl-letter'>${item.prefix}</span>")
                        .withProperty("prefix", row -> row.offer().service().prefix()))
                .setHeader(getTranslation("intake.finder.prefix"))
                .setWidth("64px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<FinderRow>of("""
                                <div class="bl-offer"><b>${item.name}</b><span class="bl-sec">${item.agency}<span
                                  class="comma">, </span><span class="more">${item.waiting
                                    ? html`<span class="bl-phone-only waiting">${item.waiting}, ${item.estimate}, </span>` : ''}${
                                  item.closed ? html`<span class="closed">${item.closed}</span>` : item.target}</span></span>${
                                  item.reason ? html`<span class="why">${item.reason}</span>` : ''}</div>""")
                        .withProperty("name", row -> text.name(row.offer()))
                        .withProperty("agency", row -> row.offer().agency().name())
                        .withProperty(
                                "target",
                                row -> getTranslation(
                                        "intake.finder.target",
                                        row.offer().service().targetWait().toMinutes()))
                        .withProperty("closed", row -> text.closedSince(row.offer()))
                        .withProperty("waiting", this::waiting)
                        .withProperty("estimate", this::estimate)
                        .withProperty("reason", row -> text.reason(row.offer())))
                .setHeader(getTranslation("intake.finder.service"))
                .setFlexGrow(1);
        addColumn(LitRenderer.<FinderRow>of(
                                "<div class='bl-wait-at'><b>${item.count}</b><span>${item.estimate}</span></div>")
                        .withProperty("count", row -> row.offer().open() ? String.valueOf(row.waiting()) : "")
                        .withProperty("estimate", this::estimate))
                .setHeader(getTranslation("intake.finder.waiting"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("136px")
                .setFlexGrow(0)
                .setHeaderPartName("count-head")
                .setPartNameGenerator(row -> changed.contains(row.id()) ? "count changed" : "count");
        addColumn(LitRenderer.<FinderRow>of("""
                                ${item.state
                                  ? html`<span class=${'bl-badge ' + item.look}><vaadin-icon class="bl-ico" src="icons.svg"
                                      symbol=${item.icon} aria-hidden="true"></vaadin-icon><span class="word">${item.state}</span></span>`
                                  : html`<vaadin-button class="add" theme="small" aria-label=${item.label} @click=${add}>
                                      <vaadin-icon class="bl-ico" src="icons.svg" symbol="plus" aria-hidden="true"></vaadin-icon>
                                      <span>${item.add}</span></vaadin-button>`}""")
                        .withProperty("state", this::state)
                        .withProperty("look", OfferGrid::look)
                        .withProperty("icon", OfferGrid::icon)
                        .withProperty("add", row -> getTranslation("intake.finder.add"))
                        .withProperty(
                                "label",
                                row -> getTranslation(
                                        "intake.finder.add-service",
                                        row.offer().service().prefix(),
                                        text.name(row.offer())))
                        .withFunction("add", chosen))
                .setHeader(getTranslation("intake.finder.act"))
                .setWidth("104px")
                .setFlexGrow(0)
                .setHeaderPartName("act-head")
                .setPartNameGenerator(row -> "act");
        addItemDoubleClickListener(click -> chosen.accept(click.getItem()));
        setDataProvider(source);
    }

    /** Takes over a newer list. */
    void take(List<FinderRow> newer) {
        if (newer.equals(rows) && changed.isEmpty()) {
            return;
        }
        Map<ServiceId, FinderRow> before = new HashMap<>();
        rows.forEach(row -> before.put(row.id(), row));
        Set<ServiceId> tinted = Set.copyOf(changed);
        changed.clear();
        newer.stream()
                .filter(row -> Optional.ofNullable(before.get(row.id()))
                        .filter(old -> old.waiting() != row.waiting())
                        .isPresent())
                .map(FinderRow::id)
                .forEach(changed::add);
        boolean sameOrder = ids(newer).equals(ids(rows));
        rows.clear();
        rows.addAll(newer);
        if (sameOrder) {
            rows.stream()
                    .filter(row -> !row.equals(before.get(row.id())) || tinted.contains(row.id()))
                    .forEach(source::refreshItem);
        } else {
            source.refreshAll();
        }
    }

    /** The selected service, as it is now. */
    Optional<FinderRow> selected() {
        FinderRow selected = asSingleSelect().getValue();
        return selected == null
                ? Optional.empty()
                : rows.stream().filter(row -> row.id().equals(selected.id())).findAny();
    }

    /** Moves the selection by so many rows, within the list. */
    void move(int steps) {
        if (rows.isEmpty()) {
            return;
        }
        int present = selected().map(rows::indexOf).orElse(-1);
        int next = Math.clamp(present + steps, 0, rows.size() - 1);
        select(rows.get(next));
        scrollToIndex(next);
    }

    /** On a phone the count stands under the name; the column would leave the name no room. */
    private String waiting(FinderRow row) {
        return row.offer().open() ? getTranslation("intake.visit.waiting", row.waiting()) : "";
    }

    private String estimate(FinderRow row) {
        return row.offer().open() ? text.brief(row.estimate()) : "";
    }

    private String state(FinderRow row) {
        if (row.chosen()) {
            return getTranslation("intake.finder.chosen");
        }
        return row.offer().open() ? "" : text.state(row.offer());
    }

    private static String look(FinderRow row) {
        if (row.chosen()) {
            return "b-serving";
        }
        return row.offer().state() == ServiceState.PAUSED ? "b-held" : "b-abandoned";
    }

    private static String icon(FinderRow row) {
        if (row.chosen()) {
            return "done";
        }
        return row.offer().state() == ServiceState.PAUSED ? "pause" : "door";
    }

    private static List<ServiceId> ids(List<FinderRow> rows) {
        return rows.stream().map(FinderRow::id).toList();
    }

    /** A row is the same row while its service is. */
    private static final class RowSource extends ListDataProvider<FinderRow> {

        RowSource(List<FinderRow> rows) {
            super(rows);
        }

        @Override
        public @Nullable Object getId(FinderRow row) {
            return row.id();
        }
    }
}
