package id.balairung.intake.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.Reconnected;
import id.balairung.common.ui.SourceAvailability;
import id.balairung.intake.DeskOffer;
import id.balairung.intake.FrontDesk;
import id.balairung.queue.MallQueue;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The front desk: find a service, issue one or several numbers for a visit, print the slips. */
@Route("penerimaan")
@Menu(title = "intake.menu", icon = "issue", order = 5)
@RolesAllowed(Role.FRONT_DESK_ROLE)
@StyleSheet("styles/intake.css")
@StyleSheet("styles/slip.css")
class FrontDeskView extends Div implements PageHeader {

    private final transient FrontDesk frontDesk;
    private final transient QueueFeed feed;
    private final transient SlipPaper paper;
    private Registration following = () -> {};
    private transient @Nullable LiveDesk desk;
    private boolean reachable = true;

    FrontDeskView(FrontDesk frontDesk, QueueFeed feed, SlipPaper paper) {
        this.frontDesk = frontDesk;
        this.feed = feed;
        this.paper = paper;
        addClassNames("bl-main", "bl-desk");
    }

    @Override
    public String title() {
        return getTranslation("intake.title");
    }

    @Override
    public List<KeyHelp> shortcuts() {
        return List.of(
                new KeyHelp("↑ ↓", getTranslation("intake.keys.choose")),
                new KeyHelp("Enter", getTranslation("intake.keys.add")),
                new KeyHelp("F2", getTranslation("intake.visit.issue")),
                new KeyHelp("F8", getTranslation("intake.visit.print")),
                new KeyHelp("F9", getTranslation("intake.visit.new")),
                new KeyHelp("1–5", getTranslation("intake.visitor.class")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        QueueSubscription<MallQueue> subscription = feed.subscribeMall(update -> told(ui, update));
        // Kept before the first reading: should that fail, another page takes this one's place, and so ends it.
        following = Registration.combine(
                subscription::close,
                ComponentUtil.addListener(
                        ui, Reconnected.class, back -> told(ui, new QueueUpdate.Current<>(subscription.current()))));
        LiveDesk present = LiveDesk.of(ui, frontDesk, subscription.current());
        desk = present;
        build(ui, present);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        following.remove();
        desk = null;
        removeAll();
    }

    /** The offers are read before the screen is locked; it waits for nothing. */
    private void told(UI ui, QueueUpdate<MallQueue> update) {
        switch (update) {
            case QueueUpdate.Current<MallQueue>(MallQueue queue) -> {
                try {
                    List<DeskOffer> offers = frontDesk.offers(queue.asOf());
                    tell(ui, present -> present.receive(queue, offers));
                } catch (DataAccessException | TransactionException gone) {
                    tell(ui, present -> present.interrupt(queue.asOf()));
                }
            }
            case QueueUpdate.Interrupted<MallQueue>(Instant since) -> tell(ui, present -> present.interrupt(since));
        }
    }

    private void tell(UI ui, Consumer<LiveDesk> news) {
        ui.access(() -> Optional.ofNullable(desk).ifPresent(news));
    }

    private void build(UI ui, LiveDesk present) {
        Slips slips = new Slips(present.state(), paper.heading(ui));
        ServiceFinder finder = new ServiceFinder(present);
        Div banner = new Div(Icons.INTERRUPTED.create(), new Span(getTranslation("intake.interrupted")));
        banner.addClassName("bl-banner");
        banner.getElement().setAttribute("role", "status");
        add(banner, finder, new VisitCard(present, finder, slips), slips);
        Signal.effect(this, () -> {
            DeskState now = present.state().get();
            banner.setVisible(!now.reachable());
            tellTheFrame(now.reachable());
        });
        finder.restart();
    }

    private void tellTheFrame(boolean available) {
        if (available != reachable) {
            reachable = available;
            UI ui = getUI().orElseThrow();
            ComponentUtil.fireEvent(ui, new SourceAvailability(ui, available));
        }
    }
}
