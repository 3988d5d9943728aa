package id.balairung.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Menu;
import id.balairung.common.ui.Notifications;
import id.balairung.history.ExportId;
import id.balairung.history.ExportJob;
import id.balairung.history.ExportState;
import id.balairung.history.ExportWish;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryTotal;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.SheetFormat;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exports what is filtered: a few thousand turns at once, with how far it is and a way to stop; more in the background, and says
 * when they are ready.
 */
@StyleSheet("styles/sheet.css")
@StyleSheet("styles/exports.css")
class HistoryExportMenu extends Div {

    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final transient Supplier<Optional<HistoryFilter>> filter;
    private final transient ExportServices services;
    private final Optional<MenuItem> notes;
    private transient Map<ExportId, ExportState> known = Map.of();
    private transient @Nullable Runnable following;

    /**
     * A menu.
     *
     * @param filter what is filtered at the moment of the click; empty where it can't be taken, which is said at its field
     * @param services what it works with
     */
    HistoryExportMenu(Supplier<Optional<HistoryFilter>> filter, ExportServices services) {
        this.filter = filter;
        this.services = services;
        addClassNames("bl-export", "bl-history-export");
        Menu menu = new Menu();
        MenuItem export = menu.addItem(Icons.DOWN.create());
        export.add(getTranslation("sheet.export"));
        SubMenu choices = export.getSubMenu();
        choices.addItem(getTranslation("sheet.export.xlsx"), click -> begin(SheetFormat.XLSX));
        choices.addItem(getTranslation("sheet.export.csv"), click -> begin(SheetFormat.CSV));
        notes = Optional.of(services.currentStaff().require().role())
                .filter(Role.AGENCY_ADMIN::equals)
                .map(admin -> choices.addItem(getTranslation("history.export.with-notes")));
        notes.ifPresent(item -> {
            item.setCheckable(true);
            item.setKeepOpen(true);
        });
        choices.addSeparator();
        choices.addItem(getTranslation("history.exports.title"), click -> goToExports());
        add(menu);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        known = states();
        UI ui = attached.getUI();
        following = services.jobs().follow(() -> ui.access(this::tellWhatIsOver));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Optional.ofNullable(following).ifPresent(Runnable::run);
        following = null;
    }

    private void begin(SheetFormat format) {
        boolean withNotes = notes.filter(MenuItem::isChecked).isPresent();
        filter.get()
                .map(asked -> new ExportWish(asked, format, withNotes, getLocale()))
                .ifPresent(this::prove);
    }

    private void prove(ExportWish wish) {
        Runnable export = () -> begin(wish);
        if (wish.notes()) {
            ReauthenticationDialog.before(services.reauthentication(), export);
        } else {
            export.run();
        }
    }

    private void begin(ExportWish wish) {
        HistoryTotal total = services.history().total(wish.filter());
        if (total.turns() == 0 && !total.more()) {
            Notifications.ERROR.show(getTranslation("history.export.nothing"));
        } else if (total.more()) {
            request(wish);
        } else {
            download(wish, total.turns());
        }
    }

    private void request(ExportWish wish) {
        try {
            services.jobs().request(wish);
            Notifications.SUCCESS.show(getTranslation("history.export.requested"), toExports(), SHOWN);
        } catch (BusinessRuleViolation refused) {
            Notifications.ERROR.show(getTranslation(refused.key(), refused.arguments()));
        }
    }

    private void download(ExportWish wish, int rows) {
        getChildren().filter(child -> !(child instanceof Menu)).toList().forEach(this::remove);
        ProgressBar bar = new ProgressBar(0, rows);
        Span told = new Span(getTranslation("history.export.progress", 0, rows));
        Div progress = new Div(told, bar);
        HistoryDownload download = new HistoryDownload(
                services.export(),
                services.downloads(),
                services.currentStaff().require().id(),
                wish,
                written -> {
                    bar.setValue(Math.min(written, rows));
                    told.setText(getTranslation("history.export.progress", written, rows));
                },
                () -> remove(progress));
        Button cancel = new Button(getTranslation("common.form.cancel"), click -> {
            download.cancel();
            remove(progress);
        });
        cancel.addThemeVariants(ButtonVariant.SMALL);
        progress.add(cancel);
        progress.addClassName("bl-export-progress");
        progress.getElement().setAttribute("role", "status");
        Anchor link = new Anchor();
        link.setHref(download, AttachmentType.DOWNLOAD);
        link.getElement().setAttribute("aria-hidden", "true");
        link.getElement().setAttribute("tabindex", "-1");
        add(link, progress);
        link.getElement().executeJs("this.click()");
    }

    private void tellWhatIsOver() {
        Map<ExportId, ExportState> now = states();
        now.forEach((id, state) -> {
            boolean was = Optional.ofNullable(known.get(id))
                    .filter(ExportState::underWay)
                    .isPresent();
            if (was && state == ExportState.READY) {
                Notifications.SUCCESS.show(getTranslation("history.export.ready"), toExports(), SHOWN);
            } else if (was && state == ExportState.FAILED) {
                Notifications.ERROR.show(getTranslation("history.export.failed"), toExports(), SHOWN);
            }
        });
        known = now;
    }

    private Map<ExportId, ExportState> states() {
        return services.jobs().own().stream().collect(Collectors.toMap(ExportJob::id, ExportJob::state));
    }

    private Button toExports() {
        Button show = new Button(getTranslation("history.exports.title"), click -> goToExports());
        show.addThemeVariants(ButtonVariant.SMALL);
        return show;
    }

    private void goToExports() {
        Notifications.clear();
        UI.getCurrent().navigate(ExportsView.class);
    }
}
