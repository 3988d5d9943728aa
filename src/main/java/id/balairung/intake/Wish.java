package id.balairung.intake;

import id.balairung.agency.ServiceId;
import id.balairung.queue.CommandId;
import java.io.Serializable;

/**
 * One thing that a visitor came for.
 *
 * @param command the front desk's intent to issue it; the same until a ticket was issued, so that it is issued once
 * @param service the service
 */
public record Wish(CommandId command, ServiceId service) implements Serializable {

    /**
     * A new wish.
     *
     * @param service the service
     */
    public static Wish of(ServiceId service) {
        return new Wish(CommandId.next(), service);
    }
}
