package id.balairung.history;

import id.balairung.security.Role;
import id.balairung.security.SignInAccounts;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an account still is what somebody began or asked for something with: a session may be older than what became of it. */
@Component
class PresentRights {

    private final SignInAccounts accounts;

    PresentRights(SignInAccounts accounts) {
        this.accounts = accounts;
    }

    /** Somebody as they are now; empty when the account is disabled, or has another role or agency. */
    Optional<StaffPrincipal> of(StaffPrincipal before) {
        return of(before.id(), before.role(), before.agency());
    }

    Optional<StaffPrincipal> of(StaffId staff, Role role, Optional<AgencyId> agency) {
        return accounts.find(staff)
                .map(SignInAccounts.SignInAccount::principal)
                .filter(StaffPrincipal::isEnabled)
                .filter(now -> now.role() == role && now.agency().equals(agency));
    }
}
