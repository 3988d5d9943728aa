package id.balairung.agency;

import java.util.Optional;

/**
 * What a service does on a weekday where it doesn't keep to its agency's hours.
 *
 * @param hours its own hours; empty when it is closed on that weekday
 */
public record OwnHours(Optional<DayHours> hours) {}
