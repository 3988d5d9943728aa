package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.ui.FollowedFeeds;
import id.balairung.queue.ui.Interruption;
import id.balairung.satisfaction.Satisfaction;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What was said of services, live: of the own ones for an officer and of the own agency for its admin, whatever the address says;
 * for the mall's head of all agencies, or of the one in the address. The period is in the address, too; without one it is the month that goes on.
 */
@Route("kepuasan")
@Menu(title = "satisfaction.menu", icon = "smile", order = 42)
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/satisfaction.css")
class SatisfactionView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    private final transient SatisfactionServices services;
    private final Interruption interruption;
    private transient Optional<AgencySummary> agency = Optional.empty();
    private transient Optional<SatisfactionAddress> wanted = Optional.empty();
    private transient Optional<SatisfactionAddress> followed = Optional.empty();
    private boolean unknownAgency;
    private transient Optional<FollowedFeeds> following = Optional.empty();

    SatisfactionView(SatisfactionServices services) {
        this.services = services;
        SatisfactionWords words = services.words(getLocale());
        this.interruption = new Interruption(since -> words.text("satisfaction.interrupted", words.time(since)));
        addClassName("bl-satisfaction-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<String> code =
                services.reachesAll() ? parameters.getSingleParameter(SatisfactionAddress.AGENCY) : Optional.empty();
        agency = services.agency(code);
        unknownAgency = code.isPresent() && agency.isEmpty();
        Optional<SurveyPeriod> period = parameters
                .getSingleParameter(SatisfactionAddress.PERIOD)
                .map(typed -> SatisfactionAddress.period(typed, services.today()))
                .orElseGet(() -> Optional.of(services.satisfaction().thisMonth()));
        wanted = period.map(found -> new SatisfactionAddress(found, agency.filter(chosen -> services.reachesAll())));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        UI ui = event.getLocationChangeEvent().getUI();
        if (!wanted.equals(followed)) {
            leave();
            follow(ui);
        }
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
        if (unknownAgency) {
            unknownAgency = false;
            Notifications.ERROR.show(getTranslation("satisfaction.unknown-agency"));
            wanted.ifPresent(address -> ui.getPage().getHistory().replaceState(null, address.href()));
        }
    }

    @Override
    public String title() {
        return getTranslation("satisfaction.title");
    }

    @Override
    public Optional<String> where() {
        return agency.map(AgencySummary::name);
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
        wanted.ifPresentOrElse(address -> follow(ui, address), () -> add(new NoSuchPeriod(services)));
    }

    private void follow(UI ui, SatisfactionAddress address) {
        Satisfaction satisfaction = services.satisfaction();
        PeriodChoice periods = new PeriodChoice(services.words(getLocale()), period -> goTo(address.in(period)));
        periods.show(address.period(), services.today());
        if (services.role() == Role.OFFICER) {
            OwnPage shown = new OwnPage(services, periods);
            follow(ui, shown, receive -> satisfaction.subscribeOwn(address.period(), receive));
        } else if (agency.isPresent()) {
            AgencyPage shown = new AgencyPage(services, address, periods);
            follow(
                    ui,
                    shown,
                    receive -> satisfaction.subscribe(agency.orElseThrow().id(), address.period(), receive));
        } else {
            MallPage shown = new MallPage(services, address, periods);
            follow(ui, shown, receive -> satisfaction.subscribeMall(address.period(), receive));
        }
    }

    private <T, P extends Component & LivePage<T>> void follow(
            UI ui, P shown, Function<Consumer<QueueUpdate<T>>, QueueSubscription<T>> subscribe) {
        FollowedFeeds feeds = new FollowedFeeds(ui, interruption);
        following = Optional.of(feeds);
        feeds.follow(subscribe, shown::show);
        add(interruption, shown);
    }

    private void leave() {
        following.ifPresent(FollowedFeeds::leave);
        following = Optional.empty();
        removeAll();
    }

    private void goTo(SatisfactionAddress address) {
        getUI().ifPresent(ui -> ui.navigate(SatisfactionAddress.PATH, address.parameters()));
    }
}
