package id.balairung.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.balairung.common.ServiceDay;
import id.balairung.intake.DeskOffer;
import id.balairung.queue.WaitEstimate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a screen says of a service, in the language of one of its components.
 *
 * @param speaker the component
 */
record OfferText(Component speaker) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    String name(DeskOffer offer) {
        return offer.service().name(language());
    }

    /** What a visitor has to bring; empty where nothing is asked for. */
    String requirements(DeskOffer offer) {
        return offer.service().requirements().isEmpty()
                ? ""
                : speaker.getTranslation(
                        "intake.visit.requirements",
                        offer.service().requirements().stream()
                                .map(requirement -> requirement.in(language()))
                                .collect(Collectors.joining("; ")));
    }

    /** Why no ticket can be issued; empty when one can. */
    String reason(DeskOffer offer) {
        return switch (offer.state()) {
            case OPEN -> "";
            case PAUSED ->
                speaker.getTranslation(
                        "intake.offer.paused-because",
                        offer.service().pausedReason().orElse(""));
            case CLOSED_TODAY ->
                offer.closedFor()
                        .map(holiday -> closedFor(offer, holiday))
                        .orElseGet(() -> offer.opensNext()
                                .map(day -> speaker.getTranslation("intake.offer.closed-until", weekday(day)))
                                .orElseGet(() -> speaker.getTranslation("intake.offer.closed-today")));
            case FULL ->
                speaker.getTranslation(
                        "intake.offer.full-because",
                        offer.service().dailyQuota().orElse(0));
            case SUSPENDED -> speaker.getTranslation("intake.offer.suspended-because");
            case WITHDRAWN -> speaker.getTranslation("intake.offer.withdrawn");
        };
    }

    /** That its agency has closed for today although numbers are issued; empty while it is open. */
    String closedSince(DeskOffer offer) {
        return offer.open()
                ? offer.closedSince()
                        .map(closed -> speaker.getTranslation("intake.offer.closed-since", CLOCK.format(closed)))
                        .orElse("")
                : "";
    }

    private String closedFor(DeskOffer offer, String holiday) {
        return offer.opensNext()
                .map(day -> speaker.getTranslation("intake.offer.holiday-until", holiday, weekday(day)))
                .orElseGet(() -> speaker.getTranslation("intake.offer.holiday", holiday));
    }

    /** The state in a word. */
    String state(DeskOffer offer) {
        return switch (offer.state()) {
            case PAUSED -> speaker.getTranslation("intake.offer.paused");
            case FULL -> speaker.getTranslation("intake.offer.full");
            case SUSPENDED -> speaker.getTranslation("intake.offer.suspended");
            case OPEN, CLOSED_TODAY, WITHDRAWN -> speaker.getTranslation("intake.offer.closed");
        };
    }

    /** The whole service in one line, for readers. */
    String line(FinderRow row) {
        DeskOffer offer = row.offer();
        return offer.open()
                ? speaker.getTranslation(
                        "intake.finder.line",
                        offer.service().prefix(),
                        name(offer),
                        offer.agency().name(),
                        row.waiting(),
                        whole(row.estimate()))
                : speaker.getTranslation(
                        "intake.finder.line-closed", offer.service().prefix(), name(offer), reason(offer));
    }

    /** How long one waits, where a head says what it is about. */
    String brief(WaitEstimate estimate) {
        EstimateText text = EstimateText.brief(estimate);
        return speaker.getTranslation(text.key(), text.facts());
    }

    /** How long one waits, in a sentence of its own. */
    String whole(WaitEstimate estimate) {
        EstimateText text = EstimateText.whole(estimate);
        return speaker.getTranslation(text.key(), text.facts());
    }

    private String weekday(ServiceDay day) {
        return DateTimeFormatter.ofPattern("EEEE", language()).format(day.date());
    }

    /** A part that is just being made isn't on the screen yet. */
    private Locale language() {
        return speaker.getUI().orElseGet(UI::getCurrent).getLocale();
    }
}
