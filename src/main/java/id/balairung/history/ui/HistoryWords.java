package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.HistoryEntry;
import id.balairung.history.HistoryOrder;
import id.balairung.history.HistoryTotal;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The history in a person's language and the mall's zone. */
final class HistoryWords {

    /** Where there is nothing to tell. */
    static final String NONE = "–";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    private final Component speaker;
    private final ServiceCatalogue catalogue;
    private final ZoneId zone;
    private final Locale language = UI.getCurrent().getLocale();
    private final DateTimeFormatter day;
    private final DateTimeFormatter inYear;
    private final DateTimeFormatter inFull;
    private Map<StaffId, String> officers = Map.of();

    HistoryWords(Component speaker, ServiceCatalogue catalogue, ZoneId zone) {
        this.speaker = speaker;
        this.catalogue = catalogue;
        this.zone = zone;
        this.day = DateTimeFormatter.ofPattern(text("history.date"), language);
        this.inYear = DateTimeFormatter.ofPattern(text("common.date.in-year"), language);
        this.inFull = DateTimeFormatter.ofPattern(text("history.date.full"), language);
    }

    /** Learns what officers are called. */
    void call(Map<StaffId, String> names) {
        officers = names;
    }

    String text(String key, Object... arguments) {
        return speaker.getTranslation(key, arguments);
    }

    String clock(Optional<Instant> at) {
        return at.map(moment -> CLOCK.format(moment.atZone(zone))).orElse(NONE);
    }

    String day(Instant at) {
        return day.format(at.atZone(zone));
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** Whole minutes; less than one says so. */
    String minutes(Duration lasted) {
        return lasted.toMinutes() == 0
                ? text("history.under-a-minute")
                : text("common.wait.minutes", lasted.toMinutes());
    }

    String service(HistoryEntry turn) {
        return catalogue.service(turn.service()).name(language);
    }

    String agency(HistoryEntry turn) {
        return catalogue.agency(turn.key().agency()).name();
    }

    String counter(HistoryEntry turn) {
        return turn.counter().map("%02d"::formatted).orElse(NONE);
    }

    String officer(HistoryEntry turn) {
        return turn.officer().map(staff -> officers.getOrDefault(staff, NONE)).orElse(NONE);
    }

    /** What the list is called. */
    String title(HistoryPeriod period) {
        return period.quick()
                .map(quick -> text(quick.titleKey()))
                .orElseGet(() -> text("history.title-of", days(period.from(), period.to())));
    }

    /** How many there are, as far as that is known, and in which order. */
    String total(LazyTurns found, HistoryOrder order) {
        String turns = turns(found);
        String ordered = text("history.order." + HistoryQuery.code(order));
        if (found.leftOut() > 0) {
            return text("history.under-way-left-out", turns, ordered, found.leftOut());
        }
        int goOn = found.underWay() - found.unsettled();
        if (found.unsettled() > 0) {
            return goOn == 0
                    ? text("history.unsettled-first", turns, found.unsettled(), ordered)
                    : text("history.under-way-and-unsettled-first", turns, goOn, found.unsettled(), ordered);
        }
        return goOn == 0 ? turns + ", " + ordered : text("history.under-way-first", turns, goOn, ordered);
    }

    /** How many of them were read. */
    String read(LazyTurns found) {
        return found.isAllRead()
                ? text("history.foot-all", text("history.turns", found.read()))
                : text("history.foot", found.read(), turns(found));
    }

    private String turns(LazyTurns found) {
        HistoryTotal total = found.total();
        if (!total.more()) {
            return text("history.turns", total.turns() + found.underWay());
        }
        return text(
                total.turns() < HistoryTotal.MOST_COUNTED ? "history.at-least" : "history.more-than", total.turns());
    }

    /** In full; month and year once where both days have the same. */
    private String days(LocalDate from, LocalDate to) {
        String last = inFull.format(to);
        if (from.equals(to)) {
            return last;
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return text("history.days-of-month", from.getDayOfMonth(), last);
        }
        return text("history.days", (from.getYear() == to.getYear() ? inYear : inFull).format(from), last);
    }
}
