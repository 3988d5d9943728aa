package id.balairung.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when on a day that is played on paper: in the order of time, and at once. */
final class PastAgenda {

    private final PriorityQueue<Appointment> appointments =
            new PriorityQueue<>(Comparator.comparing(Appointment::when).thenComparing(Appointment::order));
    private long order;

    /** Has a step taken at a moment, UTC. */
    void at(Instant when, Agenda.Step step) {
        appointments.add(new Appointment(when, order++, step));
    }

    /** Takes step after step until there is none left. */
    void run() {
        for (Appointment next = appointments.poll(); next != null; next = appointments.poll()) {
            next.step().take(next.when());
        }
    }

    private record Appointment(Instant when, long order, Agenda.Step step) {}
}
