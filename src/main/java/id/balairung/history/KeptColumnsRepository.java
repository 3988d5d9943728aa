package id.balairung.history;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface KeptColumnsRepository extends JpaRepository<KeptColumns, UUID> {}
