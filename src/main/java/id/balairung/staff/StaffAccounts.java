package id.balairung.staff;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditTrail;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accounts. Sign-in reads them through {@link UserDetailsService}. */
@Service
public class StaffAccounts implements UserDetailsService, UserDetailsPasswordService {

    private final StaffAccountRepository accounts;
    private final PasswordEncoder encoder;
    private final CurrentStaff currentStaff;
    private final ServiceCatalogue catalogue;
    private final AuditTrail audit;
    private final AccountKeeping keeping;

    StaffAccounts(
            StaffAccountRepository accounts,
            PasswordEncoder encoder,
            CurrentStaff currentStaff,
            ServiceCatalogue catalogue,
            AuditTrail audit,
            AccountKeeping keeping) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.currentStaff = currentStaff;
        this.catalogue = catalogue;
        this.audit = audit;
        this.keeping = keeping;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return accounts.findByUsername(name)
                .filter(account -> account.isNamed(name))
                .map(StaffAccount::principal)
                .filter(this::takesPart)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    /** Keeps a password that was right under a hash as they are made today; its owner notices nothing. */
    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        if (user instanceof StaffPrincipal principal && hash != null) {
            // Hashing takes a while; a password that was given meanwhile stays.
            accounts.findById(principal.id().value())
                    .filter(account -> account.hasPassword(principal.getPassword()))
                    .ifPresent(account -> account.rehash(hash));
        }
        return loadUserByUsername(user.getUsername());
    }

    /** Whether nobody has an account yet, as on the first start. */
    @Transactional(readOnly = true)
    public boolean none() {
        return accounts.count() == 0;
    }

    /**
     * Makes accounts that share one initial password, as a mall is founded. Screens make them one by one, each with a password of
     * its own: {@link AccountAdministration#create}.
     *
     * @param staff the accounts
     * @param password the initial password
     * @return the ids by sign-in name
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    @Transactional
    public Map<String, StaffId> add(Collection<NewStaff> staff, InitialPassword password) {
        String hash = encoder.encode(password.text());
        return staff.stream().collect(Collectors.toMap(NewStaff::username, one -> {
            StaffId id = StaffId.next();
            keeping.recordCreated(accounts.save(new StaffAccount(id, one, hash, password.due())), Set.of());
            return id;
        }));
    }

    /** Whether the signed-in person's account is still enabled; it stays so until the caller's transaction ends. */
    @PermitAll
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdEnabled() {
        return accounts.lock(self())
                .filter(StaffAccount::isEnabled)
                .map(StaffAccount::principal)
                .filter(this::takesPart)
                .isPresent();
    }

    /** What the signed-in person prefers. */
    @PermitAll
    @Transactional(readOnly = true)
    public StaffPreferences preferences() {
        return accounts.findById(self()).map(StaffAccount::preferences).orElseGet(StaffPreferences::standard);
    }

    /**
     * Keeps what the signed-in person prefers.
     *
     * @param preferences the new preferences
     */
    @PermitAll
    @Transactional
    public void prefer(StaffPreferences preferences) {
        accounts.findById(self()).orElseThrow().follow(preferences);
    }

    /** Whether the person's agency isn't suspended; the mall's own staff have none. */
    private boolean takesPart(StaffPrincipal staff) {
        return staff.agency()
                .map(catalogue::agency)
                .filter(AgencySummary::suspended)
                .isEmpty();
    }

    private UUID self() {
        return currentStaff.require().id().value();
    }
}
