package id.balairung.counter;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of counters, for projections that tell where something happened. */
@Component
public class CounterNumbers {

    private final CounterRepository counters;

    CounterNumbers(CounterRepository counters) {
        this.counters = counters;
    }

    /** The numbers of those counters that are in scope. One statement. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<CounterId, Integer> of(Collection<CounterId> asked) {
        return asked.isEmpty()
                ? Map.of()
                : counters.findByIdIn(asked.stream().map(CounterId::value).toList()).stream()
                        .collect(Collectors.toUnmodifiableMap(Counter::id, Counter::number));
    }
}
