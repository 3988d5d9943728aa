package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import java.time.Instant;

/**
 * A quick rating as it came in. For those who run an agency; an officer never sees one alone.
 *
 * @param id tells it from the others
 * @param at when it was given, UTC
 * @param service of which service
 * @param score from 1 to 4
 */
public record NewRating(long id, Instant at, ServiceId service, int score) {}
