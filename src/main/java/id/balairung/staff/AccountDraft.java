package id.balairung.staff;

import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an admin fills in for an account.
 *
 * @param username the sign-in name; it stays once the account is there
 * @param name the person's name
 * @param role the role
 * @param agency the agency; empty for the mall's own staff
 * @param mayChooseTicket whether the officer may call out of turn
 * @param counters the counters that the officer may open; none for all
 */
public record AccountDraft(
        String username,
        TypedText name,
        Role role,
        Optional<AgencyId> agency,
        boolean mayChooseTicket,
        Set<UUID> counters) {

    static final String COUNTERS = "counters";
    private static final int LONGEST_NAME = 120;

    /** Keeps the counters. */
    public AccountDraft {
        counters = Set.copyOf(counters);
    }

    /** An officer of one's own agency. */
    static AccountDraft officer(
            String username, TypedText name, AgencyId agency, boolean mayChooseTicket, Set<UUID> counters) {
        return new AccountDraft(username, name, Role.OFFICER, Optional.of(agency), mayChooseTicket, counters);
    }

    /** Checks what an account that exists can be given. */
    InputCheck checkChange() {
        return new InputCheck()
                .words(name, LONGEST_NAME, "name")
                .that(!role.belongsToAgency() || agency.isPresent(), "agency", "staff.refused.agency-missing")
                .that(role.belongsToAgency() || agency.isEmpty(), "agency", "staff.refused.agency-not-theirs");
    }

    /** Checks what a new account is given. */
    InputCheck checkNew() {
        return new Username(username).check(checkChange());
    }

    boolean choosesTickets() {
        return mayChooseTicket && role == Role.OFFICER;
    }

    NewStaff newStaff() {
        return new NewStaff(new Username(username).text(), name.text(), role, agency, choosesTickets());
    }
}
