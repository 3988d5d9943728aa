package id.balairung.staff;

import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Not agency-owned: the mall's own staff have no agency, and sign-in comes before any tenant is known. Only columns that changed
 * are written: the step of the last code is raised past this object, and must not be set back by somebody's new language.
 */
@Entity
@DynamicUpdate
@Table(name = "staff_account")
class StaffAccount {

    @Id
    private UUID id;

    private @Nullable UUID agencyId;

    @Column(nullable = false)
    private String username;

    @Column(nullable = false)
    private String displayName;

    @Column(nullable = false)
    private String passwordHash;

    @Column(nullable = false)
    private boolean passwordDue;

    @Column(nullable = false)
    private boolean secondFactorRequired;

    private byte @Nullable [] secondFactor;

    @Column(nullable = false)
    private long secondFactorStep;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(nullable = false)
    private boolean enabled;

    @Column(nullable = false)
    private boolean mayChooseTicket;

    @Column(nullable = false)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ColorScheme colorScheme;

    @Column(nullable = false)
    private boolean singleKeyShortcuts;

    @Embedded
    private Revision revision;

    @Column(insertable = false, updatable = false)
    private @Nullable String usernameLikeness;

    @Version
    private @Nullable Integer version;

    protected StaffAccount() {}

    StaffAccount(StaffId id, NewStaff staff, String passwordHash, boolean passwordDue) {
        this.id = id.value();
        this.agencyId = staff.agency().map(AgencyId::value).orElse(null);
        this.username = staff.username();
        this.displayName = staff.displayName();
        this.passwordHash = passwordHash;
        this.passwordDue = passwordDue;
        this.role = staff.role();
        this.enabled = true;
        this.mayChooseTicket = staff.mayChooseTicket();
        this.revision = Revision.first();
        follow(StaffPreferences.standard());
    }

    StaffPrincipal principal() {
        return principal(enabled);
    }

    /** To sign in by, while its agency takes no part in the mall. */
    StaffPrincipal suspended() {
        return principal(false);
    }

    private StaffPrincipal principal(boolean letIn) {
        return new StaffPrincipal(
                new StaffId(id),
                username,
                displayName,
                passwordHash,
                role,
                agencyId == null ? null : new AgencyId(agencyId),
                letIn,
                mayChooseTicket);
    }

    StaffPreferences preferences() {
        return new StaffPreferences(Locale.forLanguageTag(language), colorScheme, singleKeyShortcuts);
    }

    final void follow(StaffPreferences preferences) {
        this.language = preferences.language().toLanguageTag();
        this.colorScheme = preferences.colorScheme();
        this.singleKeyShortcuts = preferences.singleKeyShortcuts();
    }

    /**
     * Whether that is its sign-in name, letter by letter. The database also takes accents and look-alikes for the same, which
     * keeps two accounts apart but is too much for signing in.
     */
    boolean isNamed(String name) {
        return username.equals(name);
    }

    /** Whether that is the hash of its present password. */
    boolean hasPassword(@Nullable String hash) {
        return passwordHash.equals(hash);
    }

    /** Whether the password has to be changed before anybody is signed in with it. */
    boolean isPasswordDue() {
        return passwordDue;
    }

    /** Its owner chose a password. */
    void choosePassword(String hash) {
        passwordHash = hash;
        passwordDue = false;
    }

    /** An admin gave it an initial password: whoever has it must change it at the next sign-in. */
    void resetPassword(String hash) {
        passwordHash = hash;
        passwordDue = true;
    }

    /** The same password, hashed as is done today. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    /** Whether this account in particular has to have a second factor, whatever its role. */
    boolean isSecondFactorRequired() {
        return secondFactorRequired;
    }

    void requireSecondFactor() {
        secondFactorRequired = true;
    }

    /** The sealed secret of its second factor. */
    Optional<byte[]> secondFactor() {
        return Optional.ofNullable(secondFactor);
    }

    /** Sets a second factor up; codes up to the one it was set up with are used. */
    void addSecondFactor(byte[] sealed, long step) {
        secondFactor = sealed;
        secondFactorStep = step;
    }

    void removeSecondFactor() {
        secondFactor = null;
    }

    boolean isEnabled() {
        return enabled;
    }

    void disable(Revision changed) {
        enabled = false;
        revision = changed;
    }

    void enable(Revision changed) {
        enabled = true;
        revision = changed;
    }

    /** Takes over what an admin filled in; the draft was checked. The sign-in name stays. */
    void follow(AccountDraft draft, Revision changed) {
        displayName = draft.name().text();
        role = draft.role();
        agencyId = draft.agency().map(AgencyId::value).orElse(null);
        mayChooseTicket = draft.choosesTickets();
        revision = changed;
    }

    Revision revision() {
        return revision;
    }

    /**
     * As its admin sees it.
     *
     * @param counters the counters that it may open; none for all
     */
    AccountDetails details(Set<UUID> counters) {
        StaffPrincipal staff = principal();
        return new AccountDetails(
                staff.id(),
                username,
                displayName,
                role,
                staff.agency(),
                mayChooseTicket,
                counters,
                enabled,
                passwordDue,
                secondFactor != null,
                secondFactorRequired,
                revision.number());
    }
}
