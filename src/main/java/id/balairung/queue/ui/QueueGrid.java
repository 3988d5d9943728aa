package id.balairung.queue.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.WaitTime;
import id.balairung.queue.TicketId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The waiting tickets in the order of their turn. A newer list is taken over in place: selection, scroll and focus stay,
 * and what is new or changed is tinted for a moment.
 */
@Uses(WaitTime.class)
@Uses(Icon.class)
class QueueGrid extends Grid<QueueRow> {

    private final List<QueueRow> rows = new ArrayList<>();
    private final Set<TicketId> changed = new HashSet<>();
    private final ListDataProvider<QueueRow> source = new RowSource(rows);
    private boolean filled;

    QueueGrid(Clock clock) {
        addClassName("dense");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        getElement().setAttribute("aria-label", getTranslation("queue.list.label"));
        addColumn(LitRenderer.<QueueRow>of("<b class='bl-num'>${item.number}</b>")
                        .withProperty("number", QueueRow::number))
                .setHeader(getTranslation("queue.list.number"))
                .setWidth("80px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<QueueRow>of("""
                                ${item.icon
                                  ? html`<span class="bl-badge bl-prio"><vaadin-icon class="bl-ico" src="icons.svg"
                                      symbol=${item.icon} aria-hidden="true"></vaadin-icon>${item.group}</span>`
                                  : html`<span class="bl-quiet">${item.group}</span>`}""")
                        .withProperty(
                                "icon",
                                row -> PriorityLook.of(row.priorityClass())
                                        .icon()
                                        .map(Icons::symbol)
                                        .orElse(""))
                        .withProperty(
                                "group",
                                // A long word may go on in the next line after its slash.
                                row -> getTranslation(PriorityLook.of(row.priorityClass())
                                                .key())
                                        .replace("/", "/\u200b")))
                .setHeader(getTranslation("queue.list.priority"))
                .setFlexGrow(1);
        addColumn(LitRenderer.<QueueRow>of("""
                                <bl-wait .since=${item.since} .now=${item.now} .target=${item.target}
                                  .minutesText=${item.minutesText} .ofText=${item.ofText}
                                  .leftText=${item.leftText} .overText=${item.overText}></bl-wait>""")
                        .withProperty("since", row -> row.waitsSince().toEpochMilli())
                        .withProperty("now", row -> clock.millis())
                        .withProperty("target", row -> row.target().toMinutes())
                        .withProperty("minutesText", row -> getTranslation("common.wait.minutes"))
                        .withProperty("ofText", row -> getTranslation("common.wait.of"))
                        .withProperty("leftText", row -> getTranslation("common.wait.left"))
                        .withProperty("overText", row -> getTranslation("common.wait.over")))
                .setHeader(getTranslation("queue.list.waited"))
                .setWidth("162px")
                .setFlexGrow(0);
        setPartNameGenerator(row -> changed.contains(row.id()) ? "changed" : null);
        setDataProvider(source);
    }

    /** Takes over a newer list. */
    void take(List<QueueRow> newer) {
        if (newer.equals(rows)) {
            return;
        }
        Map<TicketId, QueueRow> before = new HashMap<>();
        rows.forEach(row -> before.put(row.id(), row));
        Set<TicketId> tintedBefore = Set.copyOf(changed);
        changed.clear();
        if (filled) {
            newer.stream()
                    .filter(row -> !row.equals(before.get(row.id())))
                    .map(QueueRow::id)
                    .forEach(changed::add);
        }
        filled = true;
        boolean sameOrder = newer.stream()
                .map(QueueRow::id)
                .toList()
                .equals(rows.stream().map(QueueRow::id).toList());
        rows.clear();
        rows.addAll(newer);
        if (sameOrder) {
            rows.stream()
                    .filter(row -> changed.contains(row.id()) || tintedBefore.contains(row.id()))
                    .forEach(source::refreshItem);
        } else {
            source.refreshAll();
        }
        forgetWhoLeft(newer);
    }

    private void forgetWhoLeft(List<QueueRow> newer) {
        QueueRow selected = asSingleSelect().getValue();
        if (selected != null && newer.stream().noneMatch(row -> row.id().equals(selected.id()))) {
            deselectAll();
        }
    }

    /** A row is the same row while its ticket is. */
    private static final class RowSource extends ListDataProvider<QueueRow> {

        RowSource(List<QueueRow> rows) {
            super(rows);
        }

        @Override
        public @Nullable Object getId(QueueRow row) {
            return row.id();
        }
    }
}
