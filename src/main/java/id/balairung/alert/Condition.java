package id.balairung.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that is wrong at this moment, as its owner defines it.
 *
 * @param kind what it is
 * @param subject what it concerns: a counter, a service, a ticket or the agency; there is one alert for each kind and
 *     subject while it lasts
 * @param since since when, UTC
 * @param facts what a sentence about it needs, in the order that its text expects; nothing that a visitor told
 */
public record Condition(AlertKind kind, UUID subject, Instant since, List<String> facts) {

    String key() {
        return kind.code() + ":" + subject;
    }
}
