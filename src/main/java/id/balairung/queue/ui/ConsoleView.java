package id.balairung.queue.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.common.ui.Reconnected;
import id.balairung.common.ui.SourceAvailability;
import id.balairung.counter.CounterSummary;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.QueueSubscription;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counter console: the number in front, one act at a time, the queue live beside it. */
@Route("loket")
@Menu(title = "queue.console.menu", icon = "counter", order = 10)
@RolesAllowed(Role.OFFICER_ROLE)
class ConsoleView extends Div implements PageHeader, BeforeEnterObserver {

    private static final String SERVICE = "layanan";

    private final transient ConsoleServices services;
    private String service = "";
    private Registration following = () -> {};
    private transient @Nullable LiveConsole console;
    private Phase phase = Phase.CLOSED;
    private boolean reachable = true;

    ConsoleView(ConsoleServices services) {
        this.services = services;
        addClassNames("bl-main", "bl-console");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        service = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SERVICE)
                .orElse("");
    }

    @Override
    public String title() {
        return Optional.ofNullable(console)
                .flatMap(present -> present.now().shift())
                .map(shift -> getTranslation("queue.console.title-counter", shift.counterNumber()))
                .orElseGet(() -> getTranslation("queue.console.title"));
    }

    @Override
    public Optional<String> where() {
        return Optional.ofNullable(console).map(present -> whereabouts(present.now()));
    }

    private static String whereabouts(ConsoleState now) {
        String agency = now.place().agencyName();
        return now.counter()
                .map(CounterSummary::about)
                .filter(about -> !about.isEmpty())
                .map(about -> about + " · " + agency)
                .orElse(agency);
    }

    @Override
    public List<KeyHelp> shortcuts() {
        return Stream.concat(
                        Arrays.stream(ConsoleAction.values())
                                .map(action -> new KeyHelp(action.key(), getTranslation(action.text()))),
                        Stream.of(
                                new KeyHelp("1-4", getTranslation("queue.step.outcome")),
                                new KeyHelp("C", getTranslation("queue.note")),
                                new KeyHelp("Z", getTranslation("queue.undo")),
                                new KeyHelp("Esc", getTranslation("queue.dialog.close"))))
                .toList();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        QueueSubscription<QueueBoard> feed = services.feed()
                .subscribe(update ->
                        ui.access(() -> Optional.ofNullable(console).ifPresent(present -> present.receive(update))));
        // Kept before the first reading: should that fail, another page takes this one's place, and so ends it.
        following = Registration.combine(
                feed::close,
                ComponentUtil.addListener(
                        ui,
                        Reconnected.class,
                        back -> Optional.ofNullable(console).ifPresent(present -> present.readAgain(feed.current()))));
        LiveConsole present = new LiveConsole(services, feed.current());
        console = present;
        build(present);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        following.remove();
        console = null;
        removeAll();
    }

    private void build(LiveConsole present) {
        Signal<ConsoleState> state = present.state();
        ServiceFilter filter = new ServiceFilter(service);
        filter.whenChosen(() -> remember(filter));
        ConsoleActs acts = new ConsoleActs(present, services);
        add(new NoticeBar(state, acts::settleLeftOver), acts.closedPart(), acts.leftPart(), acts.rightPart(filter));
        Signal.effect(this, () -> tellTheFrame(state.get()));
    }

    private void tellTheFrame(ConsoleState now) {
        getElement().setAttribute("data-state", now.phase().symbol() + " " + now.activeVersion());
        UI ui = UI.getCurrent();
        if (now.phase() != phase) {
            phase = now.phase();
            ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
        }
        if (now.reachable() != reachable) {
            reachable = now.reachable();
            ComponentUtil.fireEvent(ui, new SourceAvailability(ui, reachable));
        }
    }

    private void remember(ServiceFilter filter) {
        service = filter.prefix().orElse("");
        QueryParameters query =
                service.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of(SERVICE, service));
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, "loket" + (service.isEmpty() ? "" : "?" + query.getQueryString())));
    }
}
