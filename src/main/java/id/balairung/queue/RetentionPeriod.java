package id.balairung.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a kind of personal data is kept.
 *
 * @param kind what
 * @param days for how many days after its service day
 * @param changedBy who set it last; empty while it is the one that the mall began with, or the account is gone
 * @param changedAt when, UTC
 * @param version rises with every change
 */
public record RetentionPeriod(
        RetentionKind kind, int days, Optional<String> changedBy, Optional<Instant> changedAt, int version) {}
