package id.balairung.queue;

import id.balairung.counter.CounterId;
import id.balairung.counter.CounterOccupancy;
import org.springframework.stereotype.Component;

@Component
class TicketOccupancy implements CounterOccupancy {

    private final TicketRepository tickets;

    TicketOccupancy(TicketRepository tickets) {
        this.tickets = tickets;
    }

    @Override
    public boolean occupied(CounterId counter) {
        return tickets.existsByActiveCounterId(counter.value());
    }
}
