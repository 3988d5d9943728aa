package id.balairung.queue.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.Reconnected;
import id.balairung.common.ui.SourceAvailability;
import id.balairung.queue.MallBoard;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The live board: of one's own agency for its officers and admins, whatever the address says; for the mall's head all
 * agencies, or the one in the address.
 */
@Route("antrean")
@Menu(title = "queue.board.menu", icon = "board", order = 20)
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
class BoardView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    /** The query parameter with an agency's code, for the mall's head. */
    static final String AGENCY = "instansi";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    private final transient BoardServices services;
    private transient Optional<AgencySummary> wanted = Optional.empty();
    private transient Optional<AgencySummary> followed = Optional.empty();
    private boolean unknown;
    private boolean reachable = true;
    private Registration following = () -> {};
    private transient @Nullable LiveBoard live;
    private transient @Nullable ValueSignal<MallBoard> mall;

    BoardView(BoardServices services) {
        this.services = services;
        addClassName("bl-board-view");
    }

    /** The address of a page about an agency, for the mall's head. */
    static String address(String path, AgencySummary agency) {
        return new Location(path, QueryParameters.of(AGENCY, agency.code())).getPathWithQueryParameters();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        StaffPrincipal staff = services.currentStaff().require();
        Optional<String> code = staff.agency().isPresent()
                ? Optional.empty()
                : event.getLocation().getQueryParameters().getSingleParameter(AGENCY);
        wanted = services.catalogue().chosen(staff.agency(), code);
        unknown = code.isPresent() && wanted.isEmpty();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (!wanted.equals(followed)) {
            leave();
            follow(UI.getCurrent());
        }
        if (unknown) {
            unknown = false;
            Notifications.ERROR.show(getTranslation("queue.board.unknown-agency"));
            UI.getCurrent().getPage().getHistory().replaceState(null, "antrean");
        }
    }

    @Override
    public String title() {
        return getTranslation("queue.board.title");
    }

    @Override
    public Optional<String> where() {
        return wanted.map(AgencySummary::name);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    /**
     * The subscription is kept before the first reading: if that fails, the page that says so takes this one's place, which is
     * detached then and leaves.
     */
    private void follow(UI ui) {
        followed = wanted;
        wanted.ifPresentOrElse(agency -> followAgency(ui, agency), () -> followMall(ui));
    }

    private void leave() {
        following.remove();
        following = () -> {};
        live = null;
        mall = null;
        removeAll();
    }

    private void followAgency(UI ui, AgencySummary agency) {
        Consumer<QueueUpdate<QueueBoard>> receive =
                update -> ui.access(() -> Optional.ofNullable(live).ifPresent(present -> present.receive(update)));
        boolean own = services.currentStaff().require().agency().isPresent();
        QueueSubscription<QueueBoard> feed =
                own ? services.feed().subscribe(receive) : services.feed().subscribe(agency.id(), receive);
        following = Registration.combine(
                feed::close,
                ComponentUtil.addListener(
                        ui,
                        Reconnected.class,
                        back -> Optional.ofNullable(live).ifPresent(present -> present.readAgain(feed.current()))));
        LiveBoard present = new LiveBoard(services, agency, feed.current());
        live = present;
        AgencyBoard board = new AgencyBoard(present, services);
        Signal.effect(board, () -> tellTheFrame(present.state().get().reachable()));
        add(board);
    }

    private void followMall(UI ui) {
        InterruptionBanner interruption = new InterruptionBanner();
        QueueSubscription<MallBoard> feed = services.feed()
                .subscribeMallBoard(update -> ui.access(
                        () -> Optional.ofNullable(mall).ifPresent(present -> receive(update, present, interruption))));
        following = Registration.combine(
                feed::close,
                ComponentUtil.addListener(
                        ui,
                        Reconnected.class,
                        back -> Optional.ofNullable(mall).ifPresent(present -> present.set(feed.current()))));
        ValueSignal<MallBoard> present = new ValueSignal<>(feed.current());
        mall = present;
        add(interruption, new MallOverview(present.asReadonly(), services));
    }

    private void receive(
            QueueUpdate<MallBoard> update, ValueSignal<MallBoard> present, InterruptionBanner interruption) {
        switch (update) {
            case QueueUpdate.Current<MallBoard>(MallBoard board) -> {
                present.set(board);
                interruption.show(Optional.empty());
                tellTheFrame(true);
            }
            case QueueUpdate.Interrupted<MallBoard>(Instant since) -> {
                interruption.show(Optional.of(
                        CLOCK.format(since.atZone(services.mall().rules().zone()))));
                tellTheFrame(false);
            }
        }
    }

    private void tellTheFrame(boolean available) {
        if (available != reachable) {
            reachable = available;
            UI ui = UI.getCurrent();
            ComponentUtil.fireEvent(ui, new SourceAvailability(ui, available));
        }
    }
}
