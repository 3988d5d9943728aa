package id.balairung.staff;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.OwnProof;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Asks for the password of the own account. */
@Component
class PasswordProof implements OwnProof {

    private final CurrentStaff currentStaff;
    private final UserDetailsService accounts;
    private final PasswordEncoder encoder;

    PasswordProof(CurrentStaff currentStaff, UserDetailsService accounts, PasswordEncoder encoder) {
        this.currentStaff = currentStaff;
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @Override
    public boolean asksForCode() {
        return false;
    }

    @Override
    public void confirm(String password, String code) {
        String hash = accounts.loadUserByUsername(currentStaff.require().getUsername())
                .getPassword();
        if (!encoder.matches(password, hash)) {
            throw new BusinessRuleViolation("security.reauthentication.wrong");
        }
    }
}
