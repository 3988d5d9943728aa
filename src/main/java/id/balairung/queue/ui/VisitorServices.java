package id.balairung.queue.ui;

import id.balairung.queue.Visitors;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a list needs to show who its tickets were for.
 *
 * @param visitors tells it
 * @param shown for how long what was revealed stays in clear, in real time
 */
@Component
record VisitorServices(
        Visitors visitors,
        @Value("${balairung.reveal.shown:60s}") Duration shown) {}
