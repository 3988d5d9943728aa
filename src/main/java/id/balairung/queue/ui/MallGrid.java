package id.balairung.queue.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.WaitTime;
import id.balairung.queue.AgencyOverview.Trouble;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agencies, the one that needs somebody most first; each row leads to that agency's board. A newer list is taken over
 * in place: scroll and focus stay, and what changed is tinted for a moment.
 */
@Uses(WaitTime.class)
@Uses(Icon.class)
class MallGrid extends Grid<MallRow> {

    private final List<MallRow> rows = new ArrayList<>();
    private final Set<AgencyId> changed = new HashSet<>();
    private final ListDataProvider<MallRow> source = new RowSource(rows);
    private final transient Clock clock;
    private boolean filled;

    MallGrid(Clock clock) {
        this.clock = clock;
        addClassName("bl-mall-agencies");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        getElement().setAttribute("aria-label", getTranslation("queue.mall.agencies"));
        addColumn(LitRenderer.<MallRow>of("""
                                <div class="bl-agency"><span class="bl-letter">${item.letters}</span><div
                                  class="what"><a href=${item.address} router-link>${item.name}</a><span
                                  class="bl-phone-only bl-xs bl-sec">${item.facts}</span></div></div>""")
                        .withProperty("letters", row -> row.agency().letters())
                        .withProperty("name", row -> row.agency().name())
                        .withProperty("address", row -> BoardView.address("antrean", row.agency()))
                        .withProperty("facts", this::facts))
                .setHeader(getTranslation("queue.mall.agency"))
                .setFlexGrow(1);
        addColumn(LitRenderer.<MallRow>of("""
                                ${item.icon
                                  ? html`<span class=${'bl-badge ' + item.look}><vaadin-icon class="bl-ico" src="icons.svg"
                                      symbol=${item.icon} aria-hidden="true"></vaadin-icon><span>${item.state}</span></span>`
                                  : html`<span class="bl-quiet bl-xs">${item.state}</span>`}""")
                        .withProperty("icon", row -> icon(row.trouble()))
                        .withProperty("look", row -> look(row.trouble()))
                        .withProperty("state", this::state))
                .setHeader(getTranslation("queue.mall.state"))
                .setWidth("164px")
                .setFlexGrow(0)
                .setHeaderPartName("state-head")
                .setPartNameGenerator(row -> "state");
        addColumn(MallRow::waiting)
                .setHeader(getTranslation("queue.mall.waiting"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("92px")
                .setFlexGrow(0)
                .setHeaderPartName("desk-only")
                .setPartNameGenerator(row -> "desk-only figure");
        addColumn(LitRenderer.<MallRow>of("""
                                ${item.number
                                  ? html`<div class="bl-worst"><b>${item.number}</b><bl-wait .since=${item.since}
                                      .now=${item.now} .target=${item.target} .minutesText=${item.minutesText}
                                      .ofText=${item.ofText} .leftText=${item.leftText}
                                      .overText=${item.overText}></bl-wait></div>`
                                  : html`<span class="bl-quiet">${item.none}</span>`}""")
                        .withProperty("number", MallRow::worstNumber)
                        .withProperty(
                                "since",
                                row -> row.worstSince()
                                        .map(since -> since.toEpochMilli())
                                        .orElse(0L))
                        .withProperty("now", row -> this.clock.millis())
                        .withProperty("target", MallRow::worstTargetMinutes)
                        .withProperty("minutesText", row -> getTranslation("common.wait.minutes"))
                        .withProperty("ofText", row -> getTranslation("common.wait.of"))
                        .withProperty("leftText", row -> getTranslation("common.wait.left"))
                        .withProperty("overText", row -> getTranslation("common.wait.over"))
                        .withProperty("none", row -> getTranslation("queue.mall.nobody")))
                .setHeader(getTranslation("queue.mall.worst"))
                .setWidth("240px")
                .setFlexGrow(0)
                .setHeaderPartName("desk-only")
                .setPartNameGenerator(row -> "desk-only");
        addColumn(this::counters)
                .setHeader(getTranslation("queue.mall.counters"))
                .setWidth("150px")
                .setFlexGrow(0)
                .setHeaderPartName("desk-only")
                .setPartNameGenerator(row -> "desk-only");
        addColumn(row -> getTranslation("queue.mall.today-of", row.finished(), row.arrivals()))
                .setHeader(getTranslation("queue.mall.today"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("112px")
                .setFlexGrow(0)
                .setHeaderPartName("desk-only")
                .setPartNameGenerator(row -> "desk-only");
        addColumn(LitRenderer.<MallRow>of("""
                                ${item.share ? html`<b>${item.share}</b> ` : ''}<span class="bl-quiet">${item.n}</span>""")
                        .withProperty(
                                "share",
                                row -> row.within()
                                        .map(percent -> getTranslation("queue.mall.percent", percent))
                                        .orElse(""))
                        .withProperty("n", row -> getTranslation("queue.mall.n", row.judged())))
                .setHeader(getTranslation("queue.mall.within"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("118px")
                .setFlexGrow(0)
                .setHeaderPartName("desk-only")
                .setPartNameGenerator(row -> "desk-only");
        setPartNameGenerator(row -> changed.contains(row.id()) ? "changed" : null);
        setDataProvider(source);
    }

    /** Takes over a newer list. */
    void take(List<MallRow> newer) {
        if (newer.equals(rows) && changed.isEmpty()) {
            return;
        }
        Map<AgencyId, MallRow> before = new HashMap<>();
        rows.forEach(row -> before.put(row.id(), row));
        Set<AgencyId> tinted = Set.copyOf(changed);
        changed.clear();
        if (filled) {
            newer.stream()
                    .filter(row -> !row.equals(before.get(row.id())))
                    .map(MallRow::id)
                    .forEach(changed::add);
        }
        filled = true;
        boolean sameOrder = newer.stream()
                .map(MallRow::id)
                .toList()
                .equals(rows.stream().map(MallRow::id).toList());
        rows.clear();
        rows.addAll(newer);
        if (sameOrder) {
            rows.stream()
                    .filter(row -> changed.contains(row.id()) || tinted.contains(row.id()))
                    .forEach(source::refreshItem);
        } else {
            source.refreshAll();
        }
    }

    private String state(MallRow row) {
        String key = "queue.mall.trouble."
                + row.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (row.trouble()) {
            case OVER_TARGET -> getTranslation(key, row.over());
            case ALERTED -> getTranslation(key, row.alerts());
            default -> getTranslation(key);
        };
    }

    private String counters(MallRow row) {
        return row.onBreak() == 0
                ? getTranslation("queue.mall.open-of", row.open(), row.counters())
                : getTranslation("queue.mall.open-of-on-break", row.open(), row.counters(), row.onBreak());
    }

    /** On the phone one line stands for the columns that have no room. */
    private String facts(MallRow row) {
        return getTranslation("queue.mall.facts", row.waiting(), row.open(), row.counters());
    }

    private static String icon(Trouble trouble) {
        return switch (trouble) {
            case DESERTED, OVER_TARGET, UNATTENDED -> Icons.ALERT.symbol();
            case ALERTED -> Icons.NEAR.symbol();
            case CALM, CLOSED -> "";
        };
    }

    private static String look(Trouble trouble) {
        return switch (trouble) {
            case DESERTED, OVER_TARGET, UNATTENDED -> "b-breached";
            case ALERTED -> "b-near";
            case CALM, CLOSED -> "";
        };
    }

    /** A row is the same row while its agency is. */
    private static final class RowSource extends ListDataProvider<MallRow> {

        RowSource(List<MallRow> rows) {
            super(rows);
        }

        @Override
        public @Nullable Object getId(MallRow row) {
            return row.id();
        }
    }
}
