package id.balairung.closing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.closing.AgencyDay;
import id.balairung.closing.DayFigures;
import id.balairung.closing.DayReport;
import id.balairung.closing.MallDay;
import id.balairung.closing.TurnTimes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A day's figures by service, by hour and by agency.
 *
 * @param words the screen's
 * @param catalogue the names of services and agencies
 */
record DayTables(ReportWords words, ServiceCatalogue catalogue) {

    private static final List<String> COLUMNS = List.of(
            "arrivals", "called", "served", "no-shows", "abandoned", "transferred", "within", "wait", "service-time");

    Section services(DayReport day) {
        ReportTable table = new ReportTable(words.text("closing.by-service"), headers("service"));
        Map<ServiceId, ServiceSummary> known = catalogue.services().stream()
                .collect(Collectors.toUnmodifiableMap(ServiceSummary::id, service -> service));
        day.services().entrySet().stream()
                .sorted(Comparator.comparing(entry -> Optional.ofNullable(known.get(entry.getKey()))
                        .map(ServiceSummary::prefix)
                        .orElse("")))
                .forEach(entry ->
                        table.row(service(Optional.ofNullable(known.get(entry.getKey()))), figures(entry.getValue())));
        table.total(words.text("closing.all"), figures(day.total()));
        return card("closing.by-service", "", table);
    }

    Section hours(DayReport day) {
        ReportTable table = new ReportTable(words.text("closing.by-hour"), headers("hour"));
        int most = day.hours().values().stream()
                .mapToInt(DayFigures::arrivals)
                .max()
                .orElse(0);
        List<Integer> hours = day.hours().keySet().stream().sorted().toList();
        if (!hours.isEmpty()) {
            IntStream.rangeClosed(hours.getFirst(), hours.getLast())
                    .forEach(hour -> table.row(
                            new Text(words.hour(hour)),
                            withBar(day.hours().getOrDefault(hour, DayFigures.NONE), most)));
        }
        return card("closing.by-hour", words.text("closing.by-hour-note"), table);
    }

    /** One line for each agency that had anything on the day; a line leads to that agency's report. */
    Section agencies(MallDay day, ReportAddress here) {
        ReportTable table = new ReportTable(words.text("closing.by-agency"), headers("agency"));
        Map<?, DayFigures> found = day.agencies().stream()
                .collect(Collectors.toUnmodifiableMap(
                        AgencyDay::agency, one -> one.report().total()));
        for (AgencySummary agency : catalogue.agencies()) {
            DayFigures own = found.get(agency.id());
            if (own != null && !own.equals(DayFigures.NONE)) {
                Anchor link = new Anchor(here.of(Optional.of(agency)).href(), agency.name());
                link.getElement().setAttribute("router-link", true);
                table.row(link, figures(own));
            }
        }
        table.total(words.text("closing.all"), figures(day.report().total()));
        return card("closing.by-agency", "", table);
    }

    private List<String> headers(String first) {
        return Stream.concat(Stream.of(first), COLUMNS.stream())
                .map(key -> words.text("closing.column." + key))
                .toList();
    }

    private List<Component> figures(DayFigures day) {
        Stream<Component> counts = Stream.of(
                        day.arrivals(), day.called(), day.served(), day.noShows(), day.abandoned(), day.transferred())
                .map(count -> new Text(words.count(count)));
        return Stream.concat(
                        counts,
                        Stream.of(
                                told(words.percent(day.withinTargetPercent()), words.n(day.judged())),
                                told(words.minutes(day.waitingTime().median()), spread(day.waitingTime())),
                                told(words.minutes(day.serviceTime().median()), spread(day.serviceTime()))))
                .toList();
    }

    private String spread(TurnTimes times) {
        return times.p90().isPresent()
                ? words.text("closing.p90-n", words.minutes(times.p90()), times.n())
                : words.n(times.n());
    }

    private static Component told(String figure, String note) {
        Span under = new Span(note);
        under.addClassNames("bl-xs", "bl-quiet");
        Div cell = new Div(new Span(figure), under);
        cell.addClassName("bl-closing-told");
        return cell;
    }

    private List<Component> withBar(DayFigures hour, int most) {
        Div bar = new Div();
        bar.addClassName("bar");
        bar.getStyle().set("--share", String.valueOf(most == 0 ? 0 : (double) hour.arrivals() / most));
        bar.getElement().setAttribute("aria-hidden", "true");
        Div arrivals = new Div(bar, new Span(words.count(hour.arrivals())));
        arrivals.addClassName("bl-closing-bar");
        return Stream.concat(Stream.of(arrivals), figures(hour).stream().skip(1))
                .toList();
    }

    private Component service(Optional<ServiceSummary> service) {
        Span letters = new Span(service.map(ServiceSummary::prefix).orElse("?"));
        letters.addClassName("bl-letter");
        Div name = new Div(
                letters,
                new Span(service.map(known -> known.name(words.language())).orElse("")));
        name.addClassName("bl-closing-name");
        return name;
    }

    private Section card(String title, String note, ReportTable table) {
        Span quiet = new Span(note);
        quiet.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(words.text(title)), quiet);
        head.addClassName("bl-head");
        Section card = new Section(head, table);
        card.addClassName("bl-card");
        card.setAriaLabel(words.text(title));
        return card;
    }
}
