package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.PadNow;
import id.balairung.satisfaction.PadWatch;
import id.balairung.satisfaction.RatingPads;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells each open pad what it should show; whether that is what it shows, its page knows. */
@Component
class PadNews {

    private final RatingPads pads;

    PadNews(RatingPads pads) {
        this.pads = pads;
    }

    /**
     * Follows a pad until its page closes.
     *
     * @param secret the pad's
     * @return empty when it isn't paired
     */
    Optional<SseEmitter> follow(String secret) {
        SseEmitter told = new SseEmitter(0L);
        return pads.watch(secret, now -> tell(told, now), told::complete).map(watch -> ending(told, watch));
    }

    private static SseEmitter ending(SseEmitter told, PadWatch watch) {
        told.onCompletion(watch::close);
        told.onTimeout(watch::close);
        told.onError(gone -> watch.close());
        return told;
    }

    private static void tell(SseEmitter told, PadNow now) {
        SseEmitter.SseEventBuilder event = SseEmitter.event().name("now").data(word(now));
        try {
            told.send(event);
        } catch (IOException | IllegalStateException gone) {
            told.complete();
        }
    }

    private static String word(PadNow now) {
        return switch (now) {
            case PadNow.Parted parted -> "parted";
            case PadNow.Asleep asleep -> "asleep";
            case PadNow.Asks asks -> asks.ticket().value().toString();
        };
    }
}
