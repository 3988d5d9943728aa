package id.balairung.staff;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CredentialsChanged;
import id.balairung.security.HashingBusy;
import id.balairung.security.StaffPrincipal;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What makes and unmakes credentials, for those who know that it is allowed. Hashing takes a while, and waits when many do it:
 * it happens before a transaction begins, for a waiting one would keep a connection from the counters.
 */
@Component
class Credentials {

    private final PasswordPolicy policy;
    private final PasswordEncoder encoder;
    private final SecondFactors secondFactors;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Credentials(
            PasswordPolicy policy,
            PasswordEncoder encoder,
            SecondFactors secondFactors,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.policy = policy;
        this.encoder = encoder;
        this.secondFactors = secondFactors;
        this.catalogue = catalogue;
        this.mall = mall;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Checks a password that its owner chose, and hashes it. Outside of any transaction.
     *
     * @param owner whose it will be, with the hash of the present one
     * @throws BusinessRuleViolation when it may not be used
     */
    String chosen(StaffPrincipal owner, String password, String repeated) {
        if (!password.equals(repeated)) {
            throw new BusinessRuleViolation("staff.password.not-the-same");
        }
        policy.check(password, personal(owner));
        if (matches(password, owner)) {
            throw new BusinessRuleViolation("staff.password.as-before");
        }
        return hash(password);
    }

    /**
     * Hashes a password. Outside of any transaction.
     *
     * @throws BusinessRuleViolation when too many are hashed at once
     */
    String hash(String password) {
        try {
            String hash = encoder.encode(password);
            if (hash == null) {
                throw new IllegalArgumentException("No password");
            }
            return hash;
        } catch (HashingBusy busy) {
            throw new BusinessRuleViolation("staff.busy");
        }
    }

    /**
     * Whether a password is somebody's. Outside of any transaction.
     *
     * @param owner whose, with the hash of the present one
     * @throws BusinessRuleViolation when too many are hashed at once
     */
    boolean matches(String password, StaffPrincipal owner) {
        try {
            return encoder.matches(password, owner.getPassword());
        } catch (HashingBusy busy) {
            throw new BusinessRuleViolation("staff.busy");
        }
    }

    /**
     * Gives an account an initial password, which its owner changes at the next sign-in, and records it.
     *
     * @param hash made by {@link #hash}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void reset(StaffAccount account, String hash) {
        account.resetPassword(hash);
        audit.record(about(AuditKind.PASSWORD_RESET, account.principal()));
        events.publishEvent(new CredentialsChanged(account.principal().id()));
    }

    /** Takes an account's second factor and recovery codes away, as when the phone is lost, and records it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void removeSecondFactor(StaffAccount account) {
        secondFactors.remove(account);
        audit.record(about(AuditKind.SECOND_FACTOR_REMOVED, account.principal()));
        events.publishEvent(new CredentialsChanged(account.principal().id()));
    }

    static AuditEvent about(AuditKind kind, StaffPrincipal staff) {
        return new AuditEvent(
                kind,
                staff.agency(),
                staff.displayName() + " (" + staff.getUsername().toLowerCase(Locale.ROOT) + ")",
                Map.of(),
                Map.of());
    }

    private PersonalWords personal(StaffPrincipal owner) {
        return PersonalWords.of(
                owner.displayName(),
                owner.getUsername(),
                owner.agency()
                        .map(catalogue::agency)
                        .map(agency -> agency.name() + " " + agency.code())
                        .or(() -> mall.find().map(MallRules::name))
                        .orElse(""));
    }
}
