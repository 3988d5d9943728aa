package id.balairung.satisfaction.ui;

import id.balairung.queue.TicketId;
import id.balairung.satisfaction.Pad;
import id.balairung.satisfaction.PadWatch;
import id.balairung.satisfaction.RatingPads;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells each open pad when what it shows is no longer what it should ask for. */
@Component
class PadNews {

    private final RatingPads pads;

    PadNews(RatingPads pads) {
        this.pads = pads;
    }

    /**
     * Follows a pad until its page closes.
     *
     * @param pad the pad; empty when it isn't paired any more, which it is told at once
     * @param shown the ticket that it asks for now, or nothing
     */
    SseEmitter follow(Optional<Pad> pad, String shown) {
        SseEmitter told = new SseEmitter(0L);
        pad.ifPresentOrElse(
                paired -> {
                    PadWatch watch = pads.watch(paired, asked -> tell(told, asked, shown));
                    told.onCompletion(watch::close);
                    told.onTimeout(watch::close);
                    told.onError(gone -> watch.close());
                },
                () -> send(told, SseEmitter.event().name("anew").data("")));
        return told;
    }

    private static void tell(SseEmitter told, Optional<TicketId> asked, String shown) {
        String now = asked.map(ticket -> ticket.value().toString()).orElse("");
        send(
                told,
                now.equals(shown)
                        ? SseEmitter.event().comment("")
                        : SseEmitter.event().name("anew").data(now));
    }

    private static void send(SseEmitter told, SseEmitter.SseEventBuilder event) {
        try {
            told.send(event);
        } catch (IOException | IllegalStateException gone) {
            told.complete();
        }
    }
}
