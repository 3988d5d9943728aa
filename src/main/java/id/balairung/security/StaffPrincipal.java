package id.balairung.security;

import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The signed-in member of staff, as known at sign-in. */
public final class StaffPrincipal implements UserDetails, CredentialsContainer {

    private final StaffId id;
    private final String username;
    private final String displayName;
    private final Role role;
    private final @Nullable AgencyId agency;
    private final boolean enabled;
    private final boolean mayChooseTicket;
    private @Nullable String passwordHash;

    /**
     * A principal.
     *
     * @param id the account
     * @param username the sign-in name
     * @param displayName the person's name as shown
     * @param passwordHash the encoded password, forgotten after authentication
     * @param role the role
     * @param agency the agency; null for the mall's own staff
     * @param enabled whether the account may sign in
     * @param mayChooseTicket whether the officer may call a ticket out of turn
     */
    public StaffPrincipal(
            StaffId id,
            String username,
            String displayName,
            String passwordHash,
            Role role,
            @Nullable AgencyId agency,
            boolean enabled,
            boolean mayChooseTicket) {
        if (role.belongsToAgency() != (agency != null)) {
            throw new IllegalArgumentException(role + " and agency don't fit");
        }
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.role = role;
        this.agency = agency;
        this.enabled = enabled;
        this.mayChooseTicket = mayChooseTicket;
    }

    /** The account. */
    public StaffId id() {
        return id;
    }

    /** The person's name as shown. */
    public String displayName() {
        return displayName;
    }

    /** The role. */
    public Role role() {
        return role;
    }

    /** The agency; empty for the mall's own staff. */
    public Optional<AgencyId> agency() {
        return Optional.ofNullable(agency);
    }

    /** Whether the officer may call a ticket out of turn. */
    public boolean mayChooseTicket() {
        return mayChooseTicket;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffPrincipal principal && principal.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return username.toLowerCase(Locale.ROOT) + " (" + role + ")";
    }
}
