package id.balairung.security;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantSource;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Who acts on the present thread. */
@Component
public class CurrentStaff implements TenantSource {

    /** The signed-in person; empty when nobody is. */
    public Optional<StaffPrincipal> get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal staff
                ? Optional.of(staff)
                : Optional.empty();
    }

    /**
     * The signed-in person.
     *
     * @throws AccessDeniedException when nobody is signed in
     */
    public StaffPrincipal require() {
        return get().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /**
     * The signed-in person's agency.
     *
     * @throws AccessDeniedException when nobody is signed in, or the person works for the mall
     */
    public AgencyId requireAgency() {
        return require().agency().orElseThrow(() -> new AccessDeniedException("Not staff of an agency"));
    }

    /** The network address that the person signed in from; empty for work of the application's own. */
    public Optional<String> address() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails request
                ? Optional.ofNullable(request.getRemoteAddress())
                : Optional.empty();
    }

    @Override
    public Optional<AgencyId> agency() {
        return get().flatMap(StaffPrincipal::agency);
    }
}
