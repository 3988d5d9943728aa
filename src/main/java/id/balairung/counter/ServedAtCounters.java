package id.balairung.counter;

import id.balairung.agency.ServedServices;
import id.balairung.agency.ServiceId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which services can be called to a counter at all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ServedAtCounters implements ServedServices {

    private final CounterRepository counters;

    ServedAtCounters(CounterRepository counters) {
        this.counters = counters;
    }

    @Override
    public Set<ServiceId> all() {
        return counters.findWithServices().stream()
                .flatMap(counter -> counter.details(false).services().stream())
                .collect(Collectors.toSet());
    }
}
