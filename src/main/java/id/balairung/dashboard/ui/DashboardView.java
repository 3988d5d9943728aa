package id.balairung.dashboard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.common.ui.Reconnected;
import id.balairung.common.ui.SourceAvailability;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.dashboard.DashboardReading;
import id.balairung.queue.MallBoard;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mall at a glance for its head, or one agency; for an agency's admin the own one, whatever the address says. The period, the agency and
 * the service are in the address; without a period it is today.
 */
@Route(DashboardAddress.PATH)
@Menu(title = "dashboard.menu", icon = "dashboard", order = 15)
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/satisfaction.css")
@StyleSheet("styles/dashboard.css")
class DashboardView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    private final transient DashboardServices services;
    private final Div interruption = new Div();
    private transient Optional<DashboardAddress> wanted = Optional.empty();
    private transient Optional<DashboardAddress> followed = Optional.empty();
    private boolean unknown;
    private transient Registration following = () -> {};
    private transient @Nullable DashboardPage page;

    DashboardView(DashboardServices services) {
        this.services = services;
        addClassName("bl-dash-view");
        interruption.addClassName("bl-banner");
        interruption.getElement().setAttribute("role", "status");
        interruption.setVisible(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<String> code =
                services.reachesAll() ? parameters.getSingleParameter(DashboardAddress.AGENCY) : Optional.empty();
        Optional<AgencySummary> agency = services.agency(code);
        Optional<String> prefix = parameters.getSingleParameter(DashboardAddress.SERVICE);
        Optional<ServiceSummary> service = agency.flatMap(own -> prefix.flatMap(typed -> services.service(own, typed)));
        unknown = code.isPresent() && agency.isEmpty() || prefix.isPresent() && service.isEmpty();
        wanted = DashboardAddress.period(parameters, services.today())
                .map(period -> new DashboardAddress(services.reachesAll(), agency, service, period));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        UI ui = event.getLocationChangeEvent().getUI();
        if (!wanted.equals(followed)) {
            leave();
            follow(ui);
        }
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
        if (unknown) {
            unknown = false;
            Notifications.ERROR.show(getTranslation("dashboard.unknown"));
            wanted.ifPresent(address -> ui.getPage().getHistory().replaceState(null, address.href()));
        }
    }

    @Override
    public String title() {
        return getTranslation("dashboard.title");
    }

    @Override
    public Optional<String> where() {
        return wanted.map(address ->
                address.agency().map(AgencySummary::name).orElseGet(() -> getTranslation("dashboard.every-agency")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    private void follow(UI ui) {
        followed = wanted;
        wanted.ifPresentOrElse(address -> follow(ui, address), () -> add(nowhere()));
    }

    private Component nowhere() {
        Anchor back = new Anchor(DashboardAddress.PATH, getTranslation("dashboard.nowhere-today"));
        back.getElement().setAttribute("router-link", true);
        Div place = new Div(
                new EmptyState(
                        Icons.NOT_FOUND, getTranslation("dashboard.nowhere"), getTranslation("dashboard.nowhere-next")),
                back);
        place.addClassNames("bl-main", "bl-dash-nowhere");
        return place;
    }

    /** Each subscription is kept before its first reading: if that fails, the page that says so takes this one's place. */
    private void follow(UI ui, DashboardAddress address) {
        LocalDate made = services.today();
        SurveyPeriod survey = survey(address.period());
        DashboardPage shown = new DashboardPage(services, address, survey, this::goTo);
        page = shown;
        add(interruption, shown);
        Optional<AgencyId> agency = address.agency().map(AgencySummary::id);
        if (agency.isPresent()) {
            follow(
                    ui,
                    shown,
                    address.reachesAll()
                            ? receive -> services.queues().subscribe(agency.get(), receive)
                            : services.queues()::subscribe,
                    (QueueBoard board) -> shown.show(Queues.of(
                            List.of(board), address.service().map(ServiceSummary::id), services.catalogue())));
            follow(
                    ui,
                    shown,
                    receive -> services.satisfaction().subscribe(agency.get(), survey, receive),
                    (AgencySatisfaction said) -> shown.show(said));
        } else {
            follow(
                    ui,
                    shown,
                    services.queues()::subscribeMallBoard,
                    (MallBoard mall) -> shown.show(Queues.of(mall.boards(), Optional.empty(), services.catalogue())));
            follow(
                    ui,
                    shown,
                    receive -> services.satisfaction().subscribeMall(survey, receive),
                    (MallSatisfaction said) -> shown.show(said));
        }
        follow(
                ui,
                shown,
                receive -> services.dashboards().subscribe(address.query(), receive),
                (DashboardReading reading) -> {
                    if (reading.today().isAfter(made)) {
                        turnOver(ui, address, reading.today());
                    } else {
                        shown.show(reading);
                    }
                });
    }

    /** At midnight a screen that stays open turns to the new day. */
    private void turnOver(UI ui, DashboardAddress address, LocalDate today) {
        wanted = Optional.of(address.period()
                .running()
                .map(running -> address.in(DashboardPeriod.of(running, today)))
                .orElse(address));
        leave();
        follow(ui);
    }

    private <T> void follow(
            UI ui,
            DashboardPage present,
            Function<Consumer<QueueUpdate<T>>, QueueSubscription<T>> subscribe,
            Consumer<T> show) {
        QueueSubscription<T> feed = subscribe.apply(update -> ui.access(() -> receive(present, update, show)));
        following =
                Registration.combine(following, feed::close, ComponentUtil.addListener(ui, Reconnected.class, back -> {
                    if (page == present) {
                        show.accept(feed.current());
                    }
                }));
        show.accept(feed.current());
    }

    /** What was on its way when the screen turned to another period or agency is not for it. */
    private <T> void receive(DashboardPage present, QueueUpdate<T> update, Consumer<T> show) {
        if (page != present) {
            return;
        }
        switch (update) {
            case QueueUpdate.Current<T>(T now) -> {
                show.accept(now);
                interrupted(Optional.empty());
            }
            case QueueUpdate.Interrupted<T>(Instant since) -> interrupted(Optional.of(since));
        }
    }

    private void interrupted(Optional<Instant> since) {
        since.ifPresent(moment -> {
            interruption.removeAll();
            interruption.add(
                    Icons.INTERRUPTED.create(),
                    new Span(getTranslation(
                            "dashboard.interrupted", services.words(getLocale()).time(moment))));
        });
        if (since.isPresent() != interruption.isVisible()) {
            interruption.setVisible(since.isPresent());
            getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new SourceAvailability(ui, since.isEmpty())));
        }
    }

    /** The survey is told by whole months: of a shorter period the month in which it ends. */
    private static SurveyPeriod survey(DashboardPeriod period) {
        SurveyPeriod.Length length = period.running()
                .map(running -> switch (running) {
                    case TODAY, WEEK, MONTH -> SurveyPeriod.Length.MONTH;
                    case QUARTER -> SurveyPeriod.Length.QUARTER;
                    case YEAR -> SurveyPeriod.Length.YEAR;
                })
                .orElseGet(() -> whole(period));
        return SurveyPeriod.of(length, period.to());
    }

    private static SurveyPeriod.Length whole(DashboardPeriod period) {
        return List.of(SurveyPeriod.Length.YEAR, SurveyPeriod.Length.QUARTER).stream()
                .filter(length -> {
                    SurveyPeriod one = SurveyPeriod.of(length, period.to());
                    return one.from().equals(period.from()) && one.to().equals(period.to());
                })
                .findFirst()
                .orElse(SurveyPeriod.Length.MONTH);
    }

    private void leave() {
        following.remove();
        following = () -> {};
        page = null;
        removeAll();
    }

    private void goTo(DashboardAddress address) {
        getUI().ifPresent(ui -> ui.navigate(DashboardAddress.PATH, address.parameters()));
    }
}
