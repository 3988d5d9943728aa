package id.balairung.history.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * A ticket's past in a person's language and the mall's zone.
 *
 * @param texts the texts
 * @param language the person's language
 * @param zone the mall's zone
 * @param catalogue names services and agencies
 */
record TicketPanelWords(I18NProvider texts, Locale language, ZoneId zone, ServiceCatalogue catalogue) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH.mm.ss");

    String text(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    /** A moment as the mall's clock shows it, with a point in every language, e.g. 10.42. */
    String clock(Instant moment) {
        return CLOCK.format(moment.atZone(zone));
    }

    /** With its seconds. */
    String exactClock(Instant moment) {
        return EXACT.format(moment.atZone(zone));
    }

    LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** A day with its weekday and year. */
    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("common.date.full"), language).format(date);
    }

    /** A moment with its day and zone. */
    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH.mm", language).format(moment.atZone(zone)) + " "
                + zone.getDisplayName(TextStyle.SHORT, language);
    }

    /** A day among others of a year, e.g. 24 Nov. */
    String shortDay(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", language).format(date);
    }

    /** A duration in whole minutes, as every screen rounds them; below one minute in seconds. */
    String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return text("history.duration.seconds", duration.toSeconds());
        }
        return duration.toHours() == 0
                ? text("history.duration.minutes", duration.toMinutes())
                : text("history.duration.hours", duration.toHours(), duration.toMinutesPart());
    }

    String service(ServiceId service) {
        return catalogue.service(service).name(language);
    }

    String agencyOf(ServiceId service) {
        return catalogue.agency(catalogue.service(service).agency()).name();
    }

    String counter(int number) {
        return text("history.counter", number);
    }

    String outcome(Outcome outcome) {
        return text("queue.outcome." + kebab(outcome));
    }

    /** That a service is over, and what came of it where that wasn't what was asked for. */
    String completed(Optional<Outcome> result) {
        String over = text("history.event.completed");
        return result.map(this::outcome)
                .filter(outcome -> !outcome.equals(over))
                .map(outcome -> text("history.event.completed-as", outcome.toLowerCase(language)))
                .orElse(over);
    }

    String priority(PriorityClass priorityClass) {
        return text("queue.priority." + kebab(priorityClass));
    }

    /** How a turn ended or where it stands, in one word. */
    String result(TicketStatus status, Optional<Outcome> outcome) {
        return switch (status) {
            case WAITING, CALLED, SERVING, HELD -> text("queue.status." + kebab(status));
            case COMPLETED -> outcome.map(this::outcome).orElseGet(() -> outcome(Outcome.FULFILLED));
            case NO_SHOW, TRANSFERRED, ABANDONED -> text("history.result." + kebab(status));
        };
    }

    StatusBadge badge(TicketStatus status, Optional<Outcome> outcome) {
        boolean fulfilled =
                outcome.filter(result -> result != Outcome.FULFILLED).isEmpty();
        return new StatusBadge(
                status != TicketStatus.COMPLETED || fulfilled ? kebab(status) : "waiting",
                switch (status) {
                    case WAITING -> Icons.CLOCK;
                    case CALLED -> Icons.CALL;
                    case SERVING -> Icons.SERVE;
                    case HELD -> Icons.HOLD;
                    case NO_SHOW -> Icons.NO_SHOW;
                    case COMPLETED -> fulfilled ? Icons.DONE : Icons.TASK;
                    case TRANSFERRED -> Icons.TRANSFER;
                    case ABANDONED -> Icons.ABANDONED;
                },
                result(status, outcome));
    }

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
