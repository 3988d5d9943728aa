package id.balairung.staff;

import id.balairung.security.Role;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StaffAccountRepository extends JpaRepository<StaffAccount, UUID> {

    Optional<StaffAccount> findByUsername(String username);

    List<StaffAccount> findByAgencyIdAndRole(UUID agency, Role role);

    List<StaffAccount> findByAgencyIdAndEnabledTrue(UUID agency);

    List<StaffAccount> findByUsernameLikenessIn(Collection<String> likenesses);

    /** The same locked, in the order of their ids: a table that is imported and a form that is saved follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from StaffAccount account where account.usernameLikeness in :likenesses order by account.id")
    List<StaffAccount> lockByUsernameLikenessIn(Collection<String> likenesses);

    /** Locked: acts of two admins on one account follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from StaffAccount account where account.id = :id")
    Optional<StaffAccount> lock(UUID id);

    /** Those of a role that may sign in. */
    @Query("select account.id from StaffAccount account where account.role = :role and account.enabled = true")
    List<UUID> enabled(Role role);

    Optional<StaffAccount> findFirstBySecondFactorIsNotNull();

    /** Takes a code's step; no row when that step or a later one was taken before, also by somebody at the same moment. */
    @Modifying
    @Query("""
            update StaffAccount account set account.secondFactorStep = :step
            where account.id = :id and account.secondFactor is not null and account.secondFactorStep < :step""")
    int take(UUID id, long step);
}
