package id.balairung.staff;

import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import java.util.Optional;

/**
 * An account to be made.
 *
 * @param username the sign-in name, lower case
 * @param displayName the person's name as shown
 * @param role the role
 * @param agency the agency; empty for the mall's own staff
 * @param mayChooseTicket whether the officer may call a ticket out of turn
 */
public record NewStaff(
        String username, String displayName, Role role, Optional<AgencyId> agency, boolean mayChooseTicket) {

    /** Checks that role and agency fit. */
    public NewStaff {
        if (role.belongsToAgency() != agency.isPresent()) {
            throw new IllegalArgumentException(role + " and agency don't fit");
        }
    }
}
