package id.balairung.queue;

import java.io.Serializable;

/**
 * The number people see and hear, e.g. DA-012: a service's prefix and at least three digits. Gapless from 1 per service
 * and service day; past 999 it grows a digit.
 *
 * @param prefix the agency's letters and the service's letter
 * @param sequence the running number, from 1
 */
public record TicketNumber(String prefix, int sequence) implements Comparable<TicketNumber>, Serializable {

    /** Checks that the sequence starts at 1. */
    public TicketNumber {
        if (sequence < 1) {
            throw new IllegalArgumentException("Numbers start at 1");
        }
    }

    @Override
    public int compareTo(TicketNumber other) {
        int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix != 0 ? byPrefix : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return "%s-%03d".formatted(prefix, sequence);
    }
}
