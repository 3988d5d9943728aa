package id.balairung.audit.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.audit.AuditReading;
import id.balairung.audit.AuditedMall;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: of the own agency for its admin, whatever the address says; for a mall admin the mall's, or that of the agency
 * in the address. What is looked for is in the address.
 */
@Route("jejak-audit")
@Menu(title = "audit.menu", icon = "audit", order = 90)
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_ADMIN_ROLE})
@StyleSheet("styles/audit.css")
class AuditView extends Div implements PageHeader, AfterNavigationObserver {

    private final transient AuditReading reading;
    private final transient List<AuditedMall.Agency> agencies;
    private final transient Clock clock;
    private final transient AuditWords words;
    private final transient Optional<AgencyId> own;
    private final AuditFilters filters;
    private final AuditGrid grid;
    private final H2 whose = new H2();
    private final EmptyState empty;
    private transient Optional<AuditedMall.Agency> chosen = Optional.empty();
    private transient @Nullable AuditQuery query;

    AuditView(
            AuditReading reading,
            AuditedMall mall,
            Reauthentication reauthentication,
            CurrentStaff currentStaff,
            I18NProvider texts,
            Clock clock) {
        this.reading = reading;
        this.agencies = mall.agencies();
        this.clock = clock;
        this.words = new AuditWords(texts, getLocale(), mall);
        this.own = currentStaff.require().agency();
        this.filters = new AuditFilters(words, own.isPresent() ? List.of() : agencies, this::goTo);
        this.grid = new AuditGrid(words);
        this.empty = new EmptyState(Icons.AUDIT, words.text("audit.empty"), words.text("audit.empty-next"));
        addClassNames("bl-main", "bl-audit");
        Span hint = new Span(words.text("audit.hint"));
        hint.addClassNames("bl-quiet", "bl-s", "bl-desk-only");
        ExportMenu export = new ExportMenu(
                () -> table().sheet(),
                begin -> ReauthenticationDialog.before(reauthentication, () -> ifNotTooMany(begin)));
        export.addClassName("bl-push");
        Header head = new Header(whose, hint, export);
        head.addClassName("bl-head");
        Section card = new Section(head, grid, empty);
        card.addClassName("bl-card");
        card.setAriaLabel(words.text("audit.title"));
        add(filters, card);
    }

    @Override
    public String title() {
        return getTranslation("audit.title");
    }

    @Override
    public Optional<String> where() {
        return chosen.map(AuditedMall.Agency::name);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        LocalDate today = today();
        AuditQuery asked = AuditQuery.of(event.getLocation().getQueryParameters(), today);
        query = asked;
        chosen = agencies.stream()
                .filter(agency -> own.map(agency.id()::equals)
                        .orElseGet(() -> agency.code().equalsIgnoreCase(asked.agency())))
                .findAny();
        filters.show(asked, chosen, today);
        whose.setText(chosen.map(AuditedMall.Agency::name).orElseGet(() -> words.text("audit.of-mall")));
        LazyTrail trail = new LazyTrail(reading, agency(), asked.filter(words.zone()));
        grid.show(trail);
        grid.setVisible(!trail.isEmpty());
        empty.setVisible(trail.isEmpty());
        UI ui = event.getLocationChangeEvent().getUI();
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
    }

    private void goTo(AuditQuery wanted) {
        LocalDate today = today();
        LocalDate to = wanted.to().isAfter(today) ? today : wanted.to();
        LocalDate from =
                wanted.from().equals(LocalDate.MIN) ? to.minusDays(AuditQuery.STANDARD_DAYS - 1L) : wanted.from();
        AuditQuery asked = new AuditQuery(wanted.agency(), from, to, wanted.group(), wanted.person(), wanted.text());
        getUI().ifPresent(ui -> ui.navigate("jejak-audit", asked.parameters(today)));
    }

    private void ifNotTooMany(Runnable export) {
        if (reading.count(agency(), shown().filter(words.zone())) > AuditReading.MOST_EXPORTED) {
            Notifications.ERROR.show(words.text("audit.refused.too-many", AuditReading.MOST_EXPORTED));
        } else {
            export.run();
        }
    }

    /** Runs on the thread of the file's request. */
    private AuditTable table() {
        return new AuditTable(words, whose.getText(), reading.export(agency(), shown().filter(words.zone())));
    }

    private Optional<AgencyId> agency() {
        return chosen.map(AuditedMall.Agency::id);
    }

    private AuditQuery shown() {
        AuditQuery asked = query;
        if (asked == null) {
            throw new IllegalStateException("Nothing was asked for yet");
        }
        return asked;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), words.zone());
    }
}
