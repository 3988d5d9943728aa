package id.balairung.agency;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ServiceHoursRepository extends JpaRepository<ServiceHours, UUID> {

    List<ServiceHours> findByServiceId(UUID serviceId);
}
