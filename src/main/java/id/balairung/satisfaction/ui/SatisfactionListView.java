package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.common.ui.Reconnected;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.ui.Interruption;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.FollowUpCounts;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole list of an agency: the own one for its admin, whatever the address says; for the head that of the agency in the address. It
 * is read again when the agency's figures change.
 */
@StyleSheet("styles/satisfaction.css")
abstract class SatisfactionListView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    static final int STEP = 50;

    private final transient SatisfactionServices services;
    private final transient SatisfactionWords words;
    private final Interruption interruption;
    private final Button more;
    private transient Optional<AgencySummary> agency = Optional.empty();
    private transient Optional<SurveyPeriod> period = Optional.empty();
    private transient Optional<Place> followed = Optional.empty();
    private transient @Nullable Seen seen;
    private transient Registration following = () -> {};
    private int wanted = STEP;

    private record Place(AgencySummary agency, SurveyPeriod period) {}

    private record Seen(
            Tally ratings, List<CommentEntry> comments, List<FollowUpEntry> followUps, FollowUpCounts tasks) {}

    SatisfactionListView(SatisfactionServices services) {
        this.services = services;
        this.words = services.words(getLocale());
        this.interruption = new Interruption(since -> words.text("satisfaction.interrupted", words.time(since)));
        this.more = new Button(words.text("satisfaction.more"), click -> {
            wanted += STEP;
            refresh();
        });
        more.addClassName("bl-more");
    }

    /** Where it is. */
    abstract String path();

    /** Takes what an address asks for beside agency and period. */
    abstract void look(QueryParameters parameters);

    /** Draws everything but the rows, in an empty view. */
    abstract void draw(SatisfactionAddress address);

    /**
     * Reads the rows and shows them.
     *
     * @param most how many at most
     * @return whether there are more
     */
    abstract boolean read(AgencySummary of, SurveyPeriod in, int most);

    SatisfactionServices services() {
        return services;
    }

    /** Whose list it is; empty while there is none. */
    Optional<AgencySummary> agency() {
        return agency;
    }

    SatisfactionWords words() {
        return words;
    }

    Button more() {
        return more;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        agency = services.agency(parameters.getSingleParameter(SatisfactionAddress.AGENCY));
        period = parameters
                .getSingleParameter(SatisfactionAddress.PERIOD)
                .map(typed -> SatisfactionAddress.period(typed, services.today()))
                .orElseGet(() -> Optional.of(services.satisfaction().thisMonth()));
        look(parameters);
        if (agency.isEmpty()) {
            // Of all agencies together there is no such list.
            event.forwardTo(SatisfactionView.class);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        UI ui = event.getLocationChangeEvent().getUI();
        wanted = STEP;
        removeAll();
        period.ifPresentOrElse(
                in -> {
                    SatisfactionAddress address =
                            new SatisfactionAddress(in, agency.filter(chosen -> services.reachesAll()));
                    add(interruption);
                    draw(address);
                    if (!followed.equals(wantedPlace())) {
                        follow(ui);
                    }
                    refresh();
                },
                () -> add(new NoSuchPeriod(services)));
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
    }

    @Override
    public Optional<String> where() {
        return agency.map(AgencySummary::name);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (followed.isEmpty()) {
            follow(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    private void follow(UI ui) {
        leave();
        followed = wantedPlace();
        followed.ifPresent(place -> {
            QueueSubscription<AgencySatisfaction> feed = services.satisfaction()
                    .subscribe(place.agency().id(), place.period(), update -> ui.access(() -> receive(place, update)));
            following = Registration.combine(
                    feed::close, ComponentUtil.addListener(ui, Reconnected.class, back -> refresh()));
        });
    }

    private Optional<Place> wantedPlace() {
        return agency.flatMap(of -> period.map(in -> new Place(of, in)));
    }

    /** Figures come unasked, too: the rows are read again only when something was said or done. */
    private void receive(Place from, QueueUpdate<AgencySatisfaction> update) {
        if (!followed.equals(Optional.of(from))) {
            return;
        }
        switch (update) {
            case QueueUpdate.Current<AgencySatisfaction>(AgencySatisfaction now) -> {
                interruption.show(Optional.empty());
                Seen newer = new Seen(now.ratings(), now.comments(), now.followUps(), now.tasks());
                if (!newer.equals(seen)) {
                    seen = newer;
                    refresh();
                }
            }
            case QueueUpdate.Interrupted<AgencySatisfaction>(Instant since) -> interruption.show(Optional.of(since));
        }
    }

    private void leave() {
        following.remove();
        following = () -> {};
        followed = Optional.empty();
        seen = null;
    }

    /** Reads the rows again. */
    void refresh() {
        if (agency.isPresent() && period.isPresent()) {
            more.setVisible(read(agency.get(), period.get(), wanted));
        }
    }

    /** Puts what is looked for into the address, and reads it. */
    void looked(Map<String, String> further) {
        wanted = STEP;
        Map<String, String> parameters = new HashMap<>();
        agency.filter(chosen -> services.reachesAll())
                .ifPresent(chosen -> parameters.put(SatisfactionAddress.AGENCY, chosen.code()));
        period.ifPresent(in -> parameters.put(SatisfactionAddress.PERIOD, in.code()));
        parameters.putAll(further);
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(path(), QueryParameters.simple(parameters))));
        refresh();
    }

    Div wayBack(SatisfactionAddress address) {
        Anchor back = new Anchor();
        back.setHref(address.href());
        back.getElement().setAttribute("router-link", true);
        back.add(Icons.RIGHT.create(), new Span(words.text("satisfaction.back")));
        back.addClassName("bl-board-back");
        Div way = new Div(back);
        way.addClassNames("bl-row", "wrap", "bl-satisfaction-way");
        return way;
    }
}
