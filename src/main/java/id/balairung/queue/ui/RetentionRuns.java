package id.balairung.queue.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.queue.RetentionKind;
import id.balairung.queue.RetentionRun;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The latest runs of the job, with what each replaced. */
class RetentionRuns extends Div {

    static final int SHOWN = 14;

    private final transient ZoneId zone;
    private final transient DateTimeFormatter moment;
    private final Grid<RetentionRun> grid = new Grid<>();
    private final EmptyState empty = new EmptyState(
            Icons.CLOCK, getTranslation("queue.retention.empty"), getTranslation("queue.retention.empty-next"));

    RetentionRuns(ZoneId zone) {
        this.zone = zone;
        this.moment = DateTimeFormatter.ofPattern("EEE d MMM, HH.mm", getLocale());
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("queue.retention.runs"));
        grid.addComponentColumn(this::when)
                .setHeader(getTranslation("queue.retention.when"))
                .setFlexGrow(1);
        for (RetentionKind kind : RetentionKind.values()) {
            deskOnly(grid.addColumn(run -> count(run, kind)).setHeader(word(kind)));
        }
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("queue.retention.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        add(grid, empty);
    }

    final void show(List<RetentionRun> runs) {
        grid.setItems(runs);
        grid.setVisible(!runs.isEmpty());
        empty.setVisible(runs.isEmpty());
    }

    private Div when(RetentionRun run) {
        Span by = new Span(run.startedBy()
                .map(who -> getTranslation("queue.retention.by", who))
                .orElseGet(() -> getTranslation("queue.retention.nightly")));
        by.addClassNames("bl-quiet", "bl-xs");
        Div phone = new Div();
        phone.addClassNames("phone", "bl-xs", "bl-sec");
        for (RetentionKind kind : RetentionKind.values()) {
            phone.add(new Span(getTranslation("queue.retention.phone-count", word(kind), count(run, kind))));
        }
        Div when = new Div(new Span(moment.format(run.startedAt().atZone(zone))), by, phone);
        when.addClassName("when");
        return when;
    }

    private StatusBadge state(RetentionRun run) {
        if (run.failedAgencies() > 0) {
            return new StatusBadge(
                    "breached", Icons.ALERT, getTranslation("queue.retention.failed", run.failedAgencies()));
        }
        return run.finishedAt().isPresent()
                ? new StatusBadge("completed", Icons.DONE, getTranslation("queue.retention.finished"))
                : new StatusBadge("near", Icons.NEAR, getTranslation("queue.retention.unfinished"));
    }

    private String count(RetentionRun run, RetentionKind kind) {
        return String.format(getLocale(), "%,d", run.replaced(kind));
    }

    private String word(RetentionKind kind) {
        return getTranslation(
                "queue.retention.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static void deskOnly(Grid.Column<RetentionRun> column) {
        column.setWidth("150px").setFlexGrow(0);
        column.setPartNameGenerator(run -> "desk-only figure");
        column.setHeaderPartName("desk-only");
    }
}
