package id.balairung.queue.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.AgencySummary;
import id.balairung.common.Share;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Figure;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.RowFocus;
import id.balairung.queue.AgencyOverview;
import id.balairung.queue.MallBoard;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** All agencies on one page for the mall's head, the one that needs somebody most first. */
@StyleSheet("styles/mall.css")
class MallOverview extends Div {

    private final transient BoardServices services;
    private final Figure waiting = new Figure(getTranslation("queue.mall.waiting"));
    private final Figure over = new Figure(getTranslation("queue.mall.over"));
    private final Figure open = new Figure(getTranslation("queue.mall.counters"));
    private final Figure within = new Figure(getTranslation("queue.mall.within-today"));
    private final Figure alerts = new Figure(getTranslation("queue.mall.alerts"));
    private final Span summary = new Span();
    private final MallGrid grid;
    private final EmptyState empty =
            new EmptyState(Icons.BUILDING, getTranslation("queue.mall.empty"), getTranslation("queue.mall.empty-next"));

    MallOverview(Signal<MallBoard> mall, BoardServices services) {
        this.services = services;
        this.grid = new MallGrid(services.clock());
        addClassNames("bl-main", "bl-mall");
        Section strip = new Section(waiting, over, open, within, alerts);
        strip.addClassNames("bl-card", "bl-strip");
        strip.setAriaLabel(getTranslation("queue.mall.summary"));
        summary.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(getTranslation("queue.mall.agencies")), summary);
        head.addClassName("bl-head");
        Section card = new Section(head, grid, new RowFocus(), empty);
        card.addClassName("bl-card");
        card.setAriaLabel(getTranslation("queue.mall.agencies"));
        add(strip, card);
        Signal.effect(this, () -> show(mall.get()));
    }

    private void show(MallBoard mall) {
        Instant now = services.clock().instant();
        LocalTime time = LocalTime.ofInstant(now, services.mall().rules().zone());
        Map<?, AgencySummary> agencies = services.catalogue().agencies().stream()
                .collect(Collectors.toUnmodifiableMap(AgencySummary::id, Function.identity()));
        List<AgencyOverview> overviews = mall.boards().stream()
                .map(board ->
                        AgencyOverview.of(board, services.catalogue().hours(board.agency(), board.day()), time, now))
                .sorted(AgencyOverview.BY_TROUBLE)
                .toList();
        grid.take(overviews.stream()
                .flatMap(overview -> Optional.ofNullable(
                                agencies.get(overview.board().agency()))
                        .stream()
                        .map(agency -> MallRow.of(agency, overview)))
                .toList());
        grid.setVisible(!overviews.isEmpty());
        empty.setVisible(overviews.isEmpty());
        tell(overviews);
    }

    private void tell(List<AgencyOverview> overviews) {
        long troubled = overviews.stream().filter(one -> one.over() > 0).count();
        int late = sum(overviews, AgencyOverview::over);
        int judged = sum(overviews, one -> one.figures().judged());
        int counters = sum(overviews, one -> one.board().counters().counters().size());
        int lasting = sum(overviews, one -> one.board().alerts().size());
        long unseen = overviews.stream()
                .flatMap(one -> one.board().alerts().stream())
                .filter(alert -> alert.acknowledgement().isEmpty())
                .count();
        waiting.show(
                String.valueOf(sum(overviews, AgencyOverview::waiting)),
                "",
                getTranslation(
                        "queue.mall.at-agencies",
                        overviews.stream().filter(one -> one.waiting() > 0).count()));
        over.show(String.valueOf(late), "", getTranslation("queue.mall.at-agencies", troubled));
        over.getElement().getClassList().set("is-over", late > 0);
        open.show(
                String.valueOf(sum(overviews, AgencyOverview::open)),
                getTranslation("queue.mall.of", counters),
                getTranslation("queue.mall.on-break", sum(overviews, AgencyOverview::onBreak)));
        Optional<Integer> share = new Share(sum(overviews, one -> one.figures().withinTarget()), judged).percent();
        within.show(
                share.map(String::valueOf).orElseGet(() -> getTranslation("queue.mall.none")),
                share.isPresent() ? "%" : "",
                getTranslation("queue.mall.n", judged));
        alerts.show(String.valueOf(lasting), "", getTranslation("queue.mall.unseen", unseen));
        summary.setText(getTranslation(
                "queue.mall.agencies-open",
                overviews.stream().filter(one -> one.open() > 0).count(),
                overviews.size()));
    }

    private static int sum(List<AgencyOverview> overviews, ToIntFunction<AgencyOverview> figure) {
        return overviews.stream().mapToInt(figure).sum();
    }
}
