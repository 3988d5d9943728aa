package id.balairung.counter;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CounterBreakRepository extends JpaRepository<CounterBreak, UUID> {}
