package id.balairung.dashboard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.dashboard.DashboardReading;
import id.balairung.queue.MallBoard;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.ui.FollowedFeeds;
import id.balairung.queue.ui.Interruption;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    /** A head looks at the mall, not at one call. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final transient DashboardServices services;
    private final Interruption interruption;
    private transient Optional<DashboardAddress> wanted = Optional.empty();
    private transient Optional<DashboardAddress> followed = Optional.empty();
    private boolean unknown;
    private transient Optional<FollowedFeeds> following = Optional.empty();
    private transient Optional<PeriodBar.Choice> used = Optional.empty();

    DashboardView(DashboardServices services) {
        this.services = services;
        this.interruption = new Interruption(since -> getTranslation(
                "dashboard.interrupted", services.words(getLocale()).time(since)));
        addClassName("bl-dash-view");
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

    private void follow(UI ui, DashboardAddress address) {
        LocalDate made = services.today();
        SurveyPeriod survey = survey(address.period(), made);
        DashboardPage shown = new DashboardPage(services, address, survey, this::goTo);
        FollowedFeeds feeds = FollowedFeeds.atRest(ui, interruption, REST);
        following = Optional.of(feeds);
        add(interruption, shown);
        used.ifPresent(shown::focus);
        used = Optional.empty();
        Optional<AgencyId> agency = address.agency().map(AgencySummary::id);
        if (agency.isPresent()) {
            feeds.follow(
                    address.reachesAll()
                            ? receive -> services.queues().subscribe(agency.get(), receive)
                            : services.queues()::subscribe,
                    (QueueBoard board) -> shown.show(Queues.of(
                            List.of(board), address.service().map(ServiceSummary::id), services.catalogue())));
            feeds.follow(
                    receive -> services.satisfaction().subscribe(agency.get(), survey, receive),
                    (AgencySatisfaction said) -> shown.show(said));
        } else {
            feeds.follow(
                    services.queues()::subscribeMallBoard,
                    (MallBoard mall) -> shown.show(Queues.of(mall.boards(), Optional.empty(), services.catalogue())));
            feeds.follow(
                    receive -> services.satisfaction().subscribeMall(survey, receive),
                    (MallSatisfaction said) -> shown.show(said));
        }
        feeds.follow(
                receive -> services.dashboards().subscribe(address.query(), receive), (DashboardReading reading) -> {
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

    /** The survey is told by whole months: of a shorter period the month in which it ends, or has come to. */
    private static SurveyPeriod survey(DashboardPeriod period, LocalDate today) {
        LocalDate last = period.to().isAfter(today) ? today : period.to();
        SurveyPeriod.Length length = period.running()
                .map(running -> switch (running) {
                    case TODAY, WEEK, MONTH -> SurveyPeriod.Length.MONTH;
                    case QUARTER -> SurveyPeriod.Length.QUARTER;
                    case YEAR -> SurveyPeriod.Length.YEAR;
                })
                .orElseGet(() -> whole(period, last));
        return SurveyPeriod.of(length, last);
    }

    private static SurveyPeriod.Length whole(DashboardPeriod period, LocalDate last) {
        return List.of(SurveyPeriod.Length.YEAR, SurveyPeriod.Length.QUARTER).stream()
                .filter(length -> {
                    SurveyPeriod one = SurveyPeriod.of(length, last);
                    return one.from().equals(period.from()) && one.to().equals(period.to());
                })
                .findFirst()
                .orElse(SurveyPeriod.Length.MONTH);
    }

    private void leave() {
        following.ifPresent(FollowedFeeds::leave);
        following = Optional.empty();
        removeAll();
    }

    /** The page is another one then: whoever chose by a key goes on where that was. */
    private void goTo(DashboardAddress address, PeriodBar.Choice by) {
        used = Optional.of(by);
        getUI().ifPresent(ui -> ui.navigate(DashboardAddress.PATH, address.parameters()));
    }
}
