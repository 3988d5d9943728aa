package id.balairung.counter;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CounterRepository extends JpaRepository<Counter, UUID> {

    @Query("select c from Counter c left join fetch c.services")
    List<Counter> findWithServices();
}
