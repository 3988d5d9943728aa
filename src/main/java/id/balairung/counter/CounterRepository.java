package id.balairung.counter;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CounterRepository extends JpaRepository<Counter, UUID> {}
