package id.balairung.staff;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RecoveryCodeRepository extends JpaRepository<RecoveryCode, UUID> {

    long countByStaffId(UUID staffId);

    /** One row at most, and none for whoever comes second. */
    @Modifying
    @Query("delete from RecoveryCode code where code.staffId = :staffId and code.codeHash = :hash")
    int use(UUID staffId, byte[] hash);

    @Modifying
    @Query("delete from RecoveryCode code where code.staffId = :staffId")
    int discard(UUID staffId);
}
