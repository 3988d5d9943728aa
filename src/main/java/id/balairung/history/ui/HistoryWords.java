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
    private Map<StaffId, String> officers = Map.of();

    HistoryWords(Component speaker, ServiceCatalogue catalogue, ZoneId zone) {
        this.speaker = speaker;
        this.catalogue = catalogue;
        this.zone = zone;
        this.day = DateTimeFormatter.ofPattern(text("history.date"), language);
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
                .map(quick -> text("history.title-of", text(quick.key()).toLowerCase(language)))
                .orElseGet(() -> period.isOneDay()
                        ? text("history.title-of", day(period.from()))
                        : text("history.title-of-days", day(period.from()), day(period.to())));
    }

    /** How many there are, as far as that is known, and in which order. */
    String total(HistoryTotal total, int underWay, HistoryOrder order) {
        String turns = total.more()
                ? text("history.more-than", total.turns())
                : text("history.turns", total.turns() + underWay);
        return turns + ", " + text("history.order." + HistoryQuery.code(order));
    }
}
