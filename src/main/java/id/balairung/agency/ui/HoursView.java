package id.balairung.agency.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.OpeningTimes;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.TwoLines;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When one's own agency and its services are open, also on holidays. */
@Route("kelola/jam")
@Menu(title = "agency.hours.menu", icon = "clock", order = 130)
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
class HoursView extends Div implements PageHeader {

    HoursView(OpeningTimes times, MallCalendar calendar, CurrentMall mall, Reauthentication reauthentication) {
        addClassName("bl-main");
        HoursText text = new HoursText(this);
        Grid<HoursEntry> grid = new Grid<>();
        grid.addComponentColumn(entry -> new TwoLines(text.letters(entry), text.name(entry), text.about(entry)))
                .setHeader(getTranslation("agency.hours.of"));
        add(
                new ManagementBar(HoursView.class),
                new MasterDetail<>(
                        "kelola/jam",
                        new WithHours(times, calendar, mall, text),
                        grid,
                        new HoursForm(times, text, reauthentication),
                        new EmptyState(
                                Icons.CLOCK,
                                getTranslation("agency.hours.title"),
                                getTranslation("agency.hours.title"))));
    }

    @Override
    public String title() {
        return getTranslation("agency.hours.title");
    }

    private record WithHours(OpeningTimes times, MallCalendar calendar, CurrentMall mall, HoursText text)
            implements Entries<HoursEntry> {

        @Override
        public List<HoursEntry> read() {
            OpeningTimes.AgencyHours agency = times.ofAgency();
            LocalDate today = mall.today().date();
            List<HoursEntry> all = new ArrayList<>();
            all.add(new HoursEntry.OfAgency(agency));
            times.ofServices().forEach(service -> all.add(new HoursEntry.OfService(service, agency.week())));
            calendar.days().stream()
                    .filter(day -> day.kind().closes() && !day.day().isBefore(today))
                    .map(day -> new HoursEntry.OfHoliday(
                            day, Optional.ofNullable(agency.holidays().get(day.day())), agency.version()))
                    .forEach(all::add);
            return all;
        }

        @Override
        public String idOf(HoursEntry entry) {
            return entry.id();
        }

        @Override
        public String wordsOf(HoursEntry entry) {
            return entry.id() + " " + text.name(entry) + " " + text.about(entry);
        }
    }
}
