package id.balairung.staff;

import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are called, for projections that name them. */
@Component
public class StaffNames {

    private final StaffAccountRepository accounts;

    StaffNames(StaffAccountRepository accounts) {
        this.accounts = accounts;
    }

    /** The names of those who still have an account, disabled or not. One statement. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<StaffId, String> of(Collection<StaffId> staff) {
        return staff.isEmpty()
                ? Map.of()
                : accounts.findAllById(staff.stream().map(StaffId::value).toList()).stream()
                        .map(StaffAccount::principal)
                        .collect(Collectors.toUnmodifiableMap(
                                principal -> principal.id(), principal -> principal.displayName()));
    }

    /** The officers of an agency, disabled or not. One statement. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<StaffId> officers(AgencyId agency) {
        return accounts.findByAgencyIdAndRole(agency.value(), Role.OFFICER).stream()
                .map(StaffAccount::principal)
                .map(principal -> principal.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of those of an agency who may sign in. One statement. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<StaffId, String> working(AgencyId agency) {
        return accounts.findByAgencyIdAndEnabledTrue(agency.value()).stream()
                .map(StaffAccount::principal)
                .collect(Collectors.toUnmodifiableMap(
                        principal -> principal.id(), principal -> principal.displayName()));
    }
}
