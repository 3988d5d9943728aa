package id.balairung.intake.ui;

import com.vaadin.flow.component.Component;
import id.balairung.agency.ServiceState;
import id.balairung.common.ServiceDay;
import id.balairung.intake.DeskOffer;
import java.time.format.DateTimeFormatter;

/**
 * What a screen says of a service, in the language of one of its components.
 *
 * @param speaker the component
 */
record OfferText(Component speaker) {

    String name(DeskOffer offer) {
        return offer.service().name(speaker.getUI().orElseThrow().getLocale());
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
                offer.opensNext()
                        .map(day -> speaker.getTranslation("intake.offer.closed-until", weekday(day)))
                        .orElseGet(() -> speaker.getTranslation("intake.offer.closed-today"));
        };
    }

    /** The state in a word. */
    String state(DeskOffer offer) {
        return offer.state() == ServiceState.PAUSED
                ? speaker.getTranslation("intake.offer.paused")
                : speaker.getTranslation("intake.offer.closed");
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
                        row.waiting())
                : speaker.getTranslation(
                        "intake.finder.line-closed", offer.service().prefix(), name(offer), reason(offer));
    }

    private String weekday(ServiceDay day) {
        return DateTimeFormatter.ofPattern("EEEE", speaker.getUI().orElseThrow().getLocale())
                .format(day.date());
    }
}
