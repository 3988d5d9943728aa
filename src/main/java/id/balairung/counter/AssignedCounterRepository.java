package id.balairung.counter;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AssignedCounterRepository extends JpaRepository<AssignedCounter, UUID> {

    List<AssignedCounter> findByOfficerId(UUID officer);
}
