package id.balairung.staff;

import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An account as its admin sees it.
 *
 * @param id the account
 * @param username the sign-in name
 * @param name the person's name
 * @param role the role
 * @param agency the agency; empty for the mall's own staff
 * @param mayChooseTicket whether the officer may call out of turn
 * @param counters the counters that the officer may open; none for all, and where counters aren't administered
 * @param enabled whether it may sign in
 * @param passwordDue whether it still has an initial password
 * @param secondFactor whether it has a second factor
 * @param secondFactorRequired whether an admin asked for one, whatever the role's rule is
 * @param revision how often it was administered; a form hands it back
 */
public record AccountDetails(
        StaffId id,
        String username,
        String name,
        Role role,
        Optional<AgencyId> agency,
        boolean mayChooseTicket,
        Set<UUID> counters,
        boolean enabled,
        boolean passwordDue,
        boolean secondFactor,
        boolean secondFactorRequired,
        int revision) {}
