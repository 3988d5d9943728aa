package id.balairung.history.ui;

import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryOrder;
import id.balairung.history.NumberSearch;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the address asks for: today's turns, the newest first, unless it says something else.
 *
 * @param period which days
 * @param filter which turns of those days
 * @param order in which order
 */
record HistoryQuery(HistoryPeriod period, HistoryFilter filter, HistoryOrder order) {

    static final String PERIOD = "periode";
    static final String FROM = "dari";
    static final String TO = "sampai";
    static final String AGENCY = "instansi";
    static final String SERVICE = "layanan";
    static final String COUNTER = "loket";
    static final String OFFICER = "petugas";
    static final String RESULT = "hasil";
    static final String NUMBER = "nomor";
    static final String CLASS = "kelas";
    static final String ARRIVALS = "kedatangan";
    static final String WAIT = "waktu-tunggu";
    static final String SERVICE_TIME = "waktu-layanan";
    static final String WEEKDAY = "hari";
    static final String HOUR = "jam";
    /** As addresses said it before there was {@link #WAIT}. */
    static final String OVER_TARGET = "lewat";

    static final String RATING = "nilai";
    static final String NOTE = "catatan";
    static final String ORDER = "urut";

    static final int LONGEST_NOTE = 60;
    static final int LONGEST_NUMBER = 12;
    static final int BEST_RATING = 4;
    static final int LAST_HOUR = 23;

    private static final String YES = "ya";
    private static final String OLDEST = "terlama";

    /** What nobody narrowed. */
    static HistoryQuery standard(LocalDate today) {
        HistoryPeriod period = HistoryPeriod.Quick.TODAY.on(today);
        return new HistoryQuery(period, HistoryFilter.of(period.from(), period.to()), HistoryOrder.NEWEST_FIRST);
    }

    /** The same of other days. */
    HistoryQuery in(HistoryPeriod other) {
        return new HistoryQuery(other, filter.between(other.from(), other.to()), order);
    }

    /** The same in another order. */
    HistoryQuery in(HistoryOrder other) {
        return new HistoryQuery(period, filter, other);
    }

    /** The same, with those only that missed their target, or with the others too. */
    HistoryQuery overTarget(boolean only) {
        return counted(filter.figure().with(only ? Optional.of(WaitFigure.MISSED) : Optional.empty()));
    }

    /** Whether only those are looked for that missed their target. */
    boolean isOverTarget() {
        return filter.figure().waiting().equals(Optional.of(WaitFigure.MISSED));
    }

    /** The same, as far as a figure counts them. */
    HistoryQuery counted(FigureFilter figure) {
        return new HistoryQuery(period, filter.counted(figure), order);
    }

    /** The same days and agency, and nothing else that narrows. */
    HistoryQuery widened() {
        return new HistoryQuery(
                period, HistoryFilter.of(filter.from(), filter.to()).in(filter.agency()), order);
    }

    /** Whether it narrows more than by days and agency. */
    boolean isNarrowed() {
        return !filter.equals(widened().filter());
    }

    /** How many of the less common filters narrow it. */
    int further() {
        return (int) (filter.priorityClass().stream().count()
                        + filter.rating().stream().count())
                + counting()
                + (filter.note().isEmpty() ? 0 : 1);
    }

    /** How many things are asked of what a figure counts. */
    private int counting() {
        FigureFilter figure = filter.figure();
        return (figure.arrivals() ? 1 : 0)
                + (int) (figure.waiting().stream().count()
                        + figure.serviceTime().stream().count()
                        + figure.weekday().stream().count()
                        + figure.hour().stream().count());
    }

    /** How many filters narrow it, but for days and number. */
    int narrowings() {
        return (int) (filter.agency().stream().count()
                        + filter.service().stream().count()
                        + filter.counter().stream().count()
                        + filter.officer().stream().count()
                        + filter.result().stream().count())
                + further();
    }

    /** How the address asks for it; nothing for what is standard. */
    QueryParameters parameters(ServiceCatalogue catalogue) {
        Map<String, String> parameters = new LinkedHashMap<>();
        period.quick()
                .ifPresentOrElse(
                        quick -> {
                            if (quick != HistoryPeriod.Quick.TODAY) {
                                parameters.put(PERIOD, quick.code());
                            }
                        },
                        () -> {
                            parameters.put(FROM, period.from().toString());
                            parameters.put(TO, period.to().toString());
                        });
        filter.agency()
                .map(catalogue::agency)
                .ifPresent(agency -> parameters.put(AGENCY, agency.code().toLowerCase(Locale.ROOT)));
        filter.service().map(catalogue::service).ifPresent(service -> parameters.put(SERVICE, service.prefix()));
        filter.counter().ifPresent(counter -> parameters.put(COUNTER, String.valueOf(counter)));
        filter.officer()
                .ifPresent(officer -> parameters.put(OFFICER, officer.value().toString()));
        filter.result().ifPresent(result -> parameters.put(RESULT, code(result)));
        filter.number().ifPresent(number -> parameters.put(NUMBER, words(number)));
        filter.priorityClass().ifPresent(chosen -> parameters.put(CLASS, code(chosen)));
        FigureFilter figure = filter.figure();
        if (figure.arrivals()) {
            parameters.put(ARRIVALS, YES);
        }
        figure.waiting().ifPresent(wait -> parameters.put(WAIT, FigureCodes.of(wait)));
        figure.serviceTime().ifPresent(time -> parameters.put(SERVICE_TIME, FigureCodes.of(time)));
        figure.weekday().ifPresent(day -> parameters.put(WEEKDAY, String.valueOf(day.getValue())));
        figure.hour().ifPresent(hour -> parameters.put(HOUR, String.valueOf(hour)));
        filter.rating().ifPresent(rating -> parameters.put(RATING, String.valueOf(rating)));
        if (!filter.note().isEmpty()) {
            parameters.put(NOTE, filter.note());
        }
        if (order == HistoryOrder.OLDEST_FIRST) {
            parameters.put(ORDER, OLDEST);
        }
        return QueryParameters.simple(parameters);
    }

    /** A number as somebody would type it. */
    static String words(NumberSearch number) {
        return number.prefix().orElse("")
                + (number.prefix().isPresent() && number.sequence().isPresent() ? "-" : "")
                + number.sequence().map("%03d"::formatted).orElse("");
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> constant(E[] all, String code) {
        return Arrays.stream(all).filter(one -> code(one).equals(code)).findAny();
    }

    static Optional<TurnResult> result(String code) {
        return constant(TurnResult.values(), code);
    }

    static Optional<PriorityClass> priorityClass(String code) {
        return constant(PriorityClass.values(), code);
    }

    static Optional<StaffId> officer(String code) {
        try {
            return Optional.of(new StaffId(UUID.fromString(code)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static Optional<AgencySummary> agency(String code, ServiceCatalogue catalogue) {
        return catalogue.chosen(Optional.empty(), Optional.of(code));
    }

    static Optional<ServiceSummary> service(String prefix, ServiceCatalogue catalogue) {
        return catalogue.services().stream()
                .filter(service -> service.prefix().equalsIgnoreCase(prefix))
                .findAny();
    }

    static boolean isYes(String code) {
        return code.equals(YES);
    }

    static boolean isOldest(String code) {
        return code.equals(OLDEST);
    }
}
