package id.balairung.counter;

import id.balairung.agency.ServiceId;
import java.util.Set;

/**
 * A counter to choose from.
 *
 * @param id the counter
 * @param number its number in the mall
 * @param services what can be served there
 * @param taken whether somebody has it open at present
 */
public record CounterSummary(CounterId id, int number, Set<ServiceId> services, boolean taken) {}
