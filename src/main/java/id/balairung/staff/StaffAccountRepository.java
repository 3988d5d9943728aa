package id.balairung.staff;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StaffAccountRepository extends JpaRepository<StaffAccount, UUID> {

    Optional<StaffAccount> findByUsername(String username);

    Optional<StaffAccount> findFirstBySecondFactorIsNotNull();

    /** Takes a code's step; no row when that step or a later one was taken before, also by somebody at the same moment. */
    @Modifying
    @Query("""
            update StaffAccount account set account.secondFactorStep = :step
            where account.id = :id and account.secondFactor is not null and account.secondFactorStep < :step""")
    int take(UUID id, long step);
}
