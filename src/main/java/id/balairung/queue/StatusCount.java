package id.balairung.queue;

/** How many tickets stand somewhere. */
record StatusCount(TicketStatus status, long tickets) {}
