package id.balairung.history.ui;

import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryOrder;
import id.balairung.history.NumberSearch;
import id.balairung.history.WaitFigure;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads an address. A part that means nothing is left out and remembered, so that the person can be told. */
final class AskedHistory {

    private final QueryParameters asked;
    private final Set<String> unread;
    private final List<String> ignored = new ArrayList<>();
    private final HistoryQuery query;

    /**
     * Reads an address.
     *
     * @param reader who asks: only the head has a choice of agencies, and an officer none of officers and ratings
     */
    AskedHistory(QueryParameters asked, LocalDate today, ServiceCatalogue catalogue, StaffPrincipal reader) {
        this.asked = asked;
        this.unread = new LinkedHashSet<>(asked.getParameters().keySet());
        HistoryPeriod period = period(today);
        Optional<AgencySummary> agency = reader.agency().isPresent()
                ? none(HistoryQuery.AGENCY)
                : read(HistoryQuery.AGENCY, code -> HistoryQuery.agency(code, catalogue));
        Optional<AgencyId> of = reader.agency().or(() -> agency.map(AgencySummary::id));
        Optional<ServiceSummary> service = read(
                HistoryQuery.SERVICE,
                prefix -> HistoryQuery.service(prefix, catalogue)
                        .filter(known -> of.map(known.agency()::equals).orElse(true)));
        HistoryFilter filter = new HistoryFilter(
                period.from(),
                period.to(),
                agency.map(AgencySummary::id),
                service.map(ServiceSummary::id),
                read(HistoryQuery.COUNTER, code -> number(code, 1, 99_999)),
                reader.role() == Role.OFFICER
                        ? none(HistoryQuery.OFFICER)
                        : read(HistoryQuery.OFFICER, HistoryQuery::officer),
                read(HistoryQuery.RESULT, HistoryQuery::result),
                read(HistoryQuery.CLASS, HistoryQuery::priorityClass),
                figure(),
                reader.role() == Role.OFFICER
                        ? none(HistoryQuery.RATING)
                        : read(HistoryQuery.RATING, code -> number(code, 1, HistoryQuery.BEST_RATING)),
                read(HistoryQuery.NUMBER, NumberSearch::of),
                read(
                                HistoryQuery.NOTE,
                                words -> Optional.of(words.strip())
                                        .filter(text -> !text.isEmpty() && text.length() <= HistoryQuery.LONGEST_NOTE))
                        .orElse(""));
        HistoryOrder order = read(HistoryQuery.ORDER, code -> Optional.of(code).filter(HistoryQuery::isOldest))
                .map(oldest -> HistoryOrder.OLDEST_FIRST)
                .orElse(HistoryOrder.NEWEST_FIRST);
        this.query = new HistoryQuery(period, filter, order);
        ignored.addAll(unread);
    }

    /** What it asks for, as far as it could be read. */
    HistoryQuery query() {
        return query;
    }

    /** The names of those parts that mean nothing. */
    List<String> ignored() {
        return ignored;
    }

    private FigureFilter figure() {
        Optional<WaitFigure> missed = yes(HistoryQuery.OVER_TARGET) ? Optional.of(WaitFigure.MISSED) : Optional.empty();
        return new FigureFilter(
                yes(HistoryQuery.ARRIVALS),
                read(HistoryQuery.WAIT, FigureCodes::wait).or(() -> missed),
                read(HistoryQuery.SERVICE_TIME, FigureCodes::serviceTime),
                read(HistoryQuery.WEEKDAY, code -> number(code, 1, DayOfWeek.SUNDAY.getValue()))
                        .map(DayOfWeek::of),
                read(HistoryQuery.HOUR, code -> number(code, 0, HistoryQuery.LAST_HOUR)));
    }

    private boolean yes(String name) {
        return read(name, code -> Optional.of(code).filter(HistoryQuery::isYes)).isPresent();
    }

    private HistoryPeriod period(LocalDate today) {
        HistoryPeriod standard = HistoryPeriod.Quick.TODAY.on(today);
        Optional<HistoryPeriod> moving =
                read(HistoryQuery.PERIOD, HistoryPeriod.Quick::of).map(quick -> quick.on(today));
        Optional<LocalDate> from = read(HistoryQuery.FROM, code -> day(code, today));
        Optional<LocalDate> to = read(HistoryQuery.TO, code -> day(code, today));
        if (from.isEmpty() && to.isEmpty()) {
            return moving.orElse(standard);
        }
        LocalDate last = to.orElse(today);
        LocalDate first = from.orElse(last);
        if (first.isAfter(last)) {
            ignored.add(HistoryQuery.FROM);
            return HistoryPeriod.fixed(last, last);
        }
        return HistoryPeriod.fixed(first, last);
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> meaning) {
        unread.remove(name);
        Optional<String> code = asked.getSingleParameter(name);
        Optional<T> read = code.flatMap(meaning);
        if (code.isPresent() && read.isEmpty()) {
            ignored.add(name);
        }
        return read;
    }

    /** What this person has no choice of. */
    private <T> Optional<T> none(String name) {
        unread.remove(name);
        return Optional.empty();
    }

    private static Optional<Integer> number(String code, int least, int most) {
        return code.matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(code)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String code, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(code))
                    .filter(day -> !day.isBefore(ServiceDay.FIRST) && !day.isAfter(today));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
