package id.balairung.closing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.closing.MonthFigures;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says why there is no report.
 *
 * @param words the screen's
 * @param catalogue knows when agencies open
 */
record MissingReport(ReportWords words, ServiceCatalogue catalogue) {

    /**
     * Why there is none of a day, as far as the present hours and the calendar tell.
     *
     * @param of whose; empty for all agencies
     * @param days the day's month
     */
    String why(Optional<AgencySummary> of, LocalDate day, MonthFigures days) {
        if (days.toCome().contains(day)) {
            return words.text("closing.to-come");
        }
        ServiceDay asked = new ServiceDay(day);
        boolean opens = of.map(Stream::of)
                .orElseGet(() -> catalogue.agencies().stream())
                .anyMatch(one -> catalogue.hours(one.id(), asked).isPresent());
        return opens
                ? words.text("closing.nobody")
                : catalogue
                        .calendar(asked)
                        .map(CalendarEntry::name)
                        .map(name -> words.text("closing.shut-for", name))
                        .orElseGet(() -> words.text("closing.shut"));
    }

    /** The same in the report's place. */
    Section card(Optional<AgencySummary> of, LocalDate day, MonthFigures days) {
        return card(new EmptyState(
                Icons.DOOR,
                why(of, day, days),
                words.text(days.toCome().contains(day) ? "closing.to-come-next" : "closing.none-next")));
    }

    /** An address that names no day of which there can be a report; leads to today's. */
    Section nowhere(ReportAddress today) {
        EmptyState none = new EmptyState(
                Icons.NOT_FOUND,
                words.text("closing.nowhere"),
                words.text("closing.nowhere-next", words.day(ServiceDay.FIRST)));
        Anchor link = new Anchor(today.href(), words.text("closing.nowhere-today"));
        link.getElement().setAttribute("router-link", true);
        none.add(link);
        return card(none);
    }

    private static Section card(EmptyState state) {
        Section card = new Section(state);
        card.addClassName("bl-card");
        return card;
    }
}
