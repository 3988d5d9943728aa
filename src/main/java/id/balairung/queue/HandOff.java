package id.balairung.queue;

import java.util.Optional;

/**
 * What a hand-off to another agency did.
 *
 * @param act what happened to the own ticket
 * @param newNumber the number at the other agency; empty when a repeated command is answered
 */
public record HandOff(Act act, Optional<TicketNumber> newNumber) {}
