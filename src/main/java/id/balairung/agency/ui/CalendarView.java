package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.MallCalendar;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.TwoLines;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.sheet.ui.ImportDialog;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The mall's calendar: holidays, collective leave, special openings. */
@Route("kelola/kalender")
@Menu(title = "agency.calendar.menu", icon = "clock", order = 140)
@RolesAllowed(Role.MALL_ADMIN_ROLE)
class CalendarView extends Div implements PageHeader {

    CalendarView(MallCalendar calendar, Reauthentication reauthentication) {
        addClassName("bl-main");
        CalendarText text = new CalendarText(this);
        Grid<CalendarEntry> grid = new Grid<>();
        grid.addComponentColumn(day -> new TwoLines("", text.date(day.day()), text.kindAndName(day)))
                .setHeader(getTranslation("agency.calendar.day"));
        MasterDetail<CalendarEntry> section = new MasterDetail<>(
                "kelola/kalender",
                new Days(calendar, text, getTranslation("agency.calendar.add")),
                grid,
                new CalendarForm(calendar, reauthentication),
                new EmptyState(
                        Icons.CLOCK,
                        getTranslation("agency.calendar.none"),
                        getTranslation("agency.calendar.none-next")));
        CalendarSheet sheet = new CalendarSheet(calendar, this);
        Runnable imported = () -> {
            section.refresh();
            Notifications.SUCCESS.show(getTranslation("agency.imported"));
        };
        Button national = new Button(
                getTranslation("agency.calendar.national"),
                click -> new NationalHolidaysDialog(calendar, text, imported, reauthentication).open());
        Button load = new Button(
                getTranslation("agency.import"),
                click -> new ImportDialog(
                                sheet.plan(),
                                imported,
                                importing -> ReauthenticationDialog.before(reauthentication, importing))
                        .open());
        section.offer(national, load, new ExportMenu(sheet::export));
        add(new ManagementBar(CalendarView.class), section);
    }

    @Override
    public String title() {
        return getTranslation("agency.calendar.title");
    }

    private record Days(MallCalendar calendar, CalendarText text, String add) implements Entries<CalendarEntry> {

        @Override
        public List<CalendarEntry> read() {
            return calendar.days();
        }

        @Override
        public String idOf(CalendarEntry day) {
            return day.day().toString();
        }

        @Override
        public String wordsOf(CalendarEntry day) {
            return day.day() + " " + text.date(day.day()) + " " + text.kindAndName(day);
        }

        @Override
        public Optional<String> addLabel() {
            return Optional.of(add);
        }
    }
}
