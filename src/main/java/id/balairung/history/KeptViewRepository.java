package id.balairung.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface KeptViewRepository extends JpaRepository<KeptView, UUID> {

    List<KeptView> findByStaffIdOrderByName(UUID staffId);

    Optional<KeptView> findByIdAndStaffId(UUID id, UUID staffId);
}
