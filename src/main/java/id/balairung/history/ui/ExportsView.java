package id.balairung.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.history.ExportId;
import id.balairung.history.ExportJob;
import id.balairung.history.HistoryFilter;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's own exports: those under way, live, and those that are ready, to be fetched within a day. */
@Route(ExportsView.ROUTE)
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/exports.css")
class ExportsView extends Div implements PageHeader, AfterNavigationObserver {

    static final String ROUTE = "riwayat/ekspor";

    private static final String FETCHED = "unduh";
    private static final int DAYS = 30;

    private final transient ExportServices services;
    private final transient OfficerNames officers;
    private final DateField from = new DateField(getTranslation("history.exports.from"));
    private final DateField to = new DateField(getTranslation("history.exports.to"));
    private final UnorderedList list = new UnorderedList();
    private final EmptyState empty = new EmptyState(
            Icons.DOWN, getTranslation("history.exports.empty"), getTranslation("history.exports.empty-next"));
    private transient @Nullable Runnable following;

    ExportsView(ExportServices services) {
        this.services = services;
        this.officers = new OfficerNames(services.choices());
        addClassNames("bl-main", "bl-exports");
        LocalDate today = services.mall().today().date();
        from.setMax(today);
        to.setMax(today);
        from.setValue(today.minusDays(DAYS - 1L));
        to.setValue(today);
        Stream.of(from, to).forEach(day -> {
            day.setManualValidation(true);
            day.setRequired(false);
            day.addValueChangeListener(change -> filter());
        });
        Div period = new Div(from, to, new HistoryExportMenu(this::filter, services));
        period.addClassName("period");
        list.addClassName("list");
        add(
                card("history.exports.new", "history.exports.new-next", period),
                card("history.exports.title", "history.exports.next", new Div(list, empty)));
        show();
    }

    /** Where an export is fetched by whoever has to prove first who sits there. */
    static String addressOf(ExportId id) {
        return ROUTE + "?" + FETCHED + "=" + id;
    }

    @Override
    public String title() {
        return getTranslation("history.exports.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        arrived.getLocation().getQueryParameters().getSingleParameter(FETCHED).ifPresent(this::fetch);
    }

    /** Once: whoever loads the page again isn't asked again. */
    private void fetch(String id) {
        UI.getCurrent().getPage().getHistory().replaceState(null, ROUTE);
        // Of another's nothing else is said than of one that is gone.
        lines().filter(line -> line.shows(id))
                .findAny()
                .ifPresentOrElse(
                        ExportLine::fetch, () -> Notifications.ERROR.show(getTranslation("history.exports.gone")));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        following = services.jobs().follow(() -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Optional.ofNullable(following).ifPresent(Runnable::run);
        following = null;
    }

    /** Empty when the days can't be taken; what is wrong is said at its field. */
    private Optional<HistoryFilter> filter() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        refuse(from, first == null ? "history.refused.no-day" : "");
        refuse(to, last == null ? "history.refused.no-day" : "");
        if (first == null || last == null) {
            return Optional.empty();
        }
        if (first.isBefore(ServiceDay.FIRST)) {
            refuse(from, "history.refused.too-early");
            return Optional.empty();
        }
        if (last.isBefore(first)) {
            refuse(to, "history.refused.to-before-from");
            return Optional.empty();
        }
        return Optional.of(HistoryFilter.of(first, last));
    }

    private void refuse(HasValidationProperties field, String key) {
        field.setInvalid(!key.isEmpty());
        field.setErrorMessage(key.isEmpty() ? "" : getTranslation(key));
    }

    private Stream<ExportLine> lines() {
        return list.getChildren().map(ExportLine.class::cast);
    }

    /** Lines that are there already stay, with the focus that may be in them. */
    private void show() {
        List<ExportJob> jobs = services.jobs().own();
        List<ExportLine> before = lines().toList();
        before.stream()
                .filter(line -> jobs.stream().map(job -> job.id().toString()).noneMatch(line::shows))
                .forEach(list::remove);
        for (int place = 0; place < jobs.size(); place++) {
            ExportJob job = jobs.get(place);
            Optional<ExportLine> there = before.stream()
                    .filter(line -> line.shows(job.id().toString()))
                    .findAny();
            if (there.isPresent()) {
                there.get().show(job);
            } else {
                list.addComponentAtIndex(place, new ExportLine(job, services, officers, this::show));
            }
        }
        list.setVisible(!jobs.isEmpty());
        empty.setVisible(jobs.isEmpty());
    }

    private Section card(String title, String next, Div content) {
        Span words = new Span(getTranslation(next));
        words.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(getTranslation(title)), words);
        head.addClassName("bl-head");
        content.addClassName("bl-body");
        Section card = new Section(head, content);
        card.addClassName("bl-card");
        card.setAriaLabel(getTranslation(title));
        return card;
    }
}
