package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.StatusBadge;
import id.balairung.common.ui.TwoLines;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.sheet.ui.ImportDialog;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The services of one's own agency. */
@Route("kelola/layanan")
@Menu(title = "agency.services.menu", icon = "task", order = 120)
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
class ServicesView extends Div implements PageHeader {

    ServicesView(ServiceAdministration services, Pauses pauses, Reauthentication reauthentication) {
        addClassName("bl-main");
        Services entries = new Services(services, new HashSet<>(), getTranslation("agency.services.add"));
        Grid<ServiceDetails> grid = new Grid<>();
        grid.addComponentColumn(service -> line(service, entries.unserved().contains(service.id())))
                .setHeader(getTranslation("agency.services.name"));
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("agency.state"))
                .setWidth("130px")
                .setFlexGrow(0);
        MasterDetail<ServiceDetails> section = new MasterDetail<>(
                "kelola/layanan",
                entries,
                grid,
                new ServiceForm(services, pauses),
                new EmptyState(
                        Icons.TASK,
                        getTranslation("agency.services.none"),
                        getTranslation("agency.services.none-next")));
        ServiceSheet sheet = new ServiceSheet(services, this);
        Button load = new Button(
                getTranslation("agency.import"),
                click -> importing(sheet, section, reauthentication).open());
        section.offer(load, new ExportMenu(sheet::export));
        add(new ManagementBar(ServicesView.class), section);
    }

    @Override
    public String title() {
        return getTranslation("agency.services.title");
    }

    private ImportDialog importing(
            ServiceSheet sheet, MasterDetail<ServiceDetails> section, Reauthentication reauthentication) {
        ImportDialog dialog = new ImportDialog(
                sheet.plan(),
                () -> {
                    section.refresh();
                    Notifications.SUCCESS.show(getTranslation("agency.imported"));
                },
                importing -> ReauthenticationDialog.before(reauthentication, importing));
        Paragraph form = new Paragraph(getTranslation("agency.requirements.in-a-cell"));
        form.addClassNames("bl-sec", "bl-import-note");
        dialog.addComponentAtIndex(1, form);
        return dialog;
    }

    private TwoLines line(ServiceDetails service, boolean unserved) {
        TwoLines line = new TwoLines(service.prefix(), service.name(getLocale()), about(service));
        return unserved ? line.warning(getTranslation("agency.services.unserved")) : line;
    }

    private String about(ServiceDetails service) {
        String standard = getTranslation("agency.services.about", service.targetWait(), service.targetService());
        return service.pausedReason()
                .map(reason -> getTranslation("agency.services.about-paused", reason))
                .orElseGet(() -> service.dailyQuota()
                        .map(quota -> getTranslation("agency.services.about-quota", standard, quota))
                        .orElse(standard));
    }

    private StatusBadge state(ServiceDetails service) {
        if (service.withdrawn()) {
            return new StatusBadge("abandoned", Icons.MINUS, getTranslation("agency.services.withdrawn"));
        }
        return service.pausedReason().isPresent()
                ? new StatusBadge("held", Icons.PAUSE, getTranslation("agency.services.paused"))
                : new StatusBadge("completed", Icons.DONE, getTranslation("agency.active"));
    }

    /** Those that no counter serves are read together with the services. */
    private record Services(ServiceAdministration services, Set<ServiceId> unserved, String add)
            implements Entries<ServiceDetails> {

        @Override
        public List<ServiceDetails> read() {
            unserved.clear();
            unserved.addAll(services.unserved());
            return services.all();
        }

        @Override
        public String idOf(ServiceDetails service) {
            return service.prefix();
        }

        @Override
        public String wordsOf(ServiceDetails service) {
            return service.prefix() + " " + service.nameIndonesian() + " " + service.nameEnglish();
        }

        @Override
        public boolean isActive(ServiceDetails service) {
            return !service.withdrawn();
        }

        @Override
        public Optional<String> addLabel() {
            return Optional.of(add);
        }
    }
}
