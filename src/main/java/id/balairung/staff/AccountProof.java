package id.balairung.staff;

import id.balairung.security.OwnProof;
import org.springframework.stereotype.Component;

/** Asks for the password of the own account, and for a code where it has a second factor. */
@Component
class AccountProof implements OwnProof {

    private final OwnAccount account;

    AccountProof(OwnAccount account) {
        this.account = account;
    }

    @Override
    public boolean asksForCode() {
        return account.safety().secondFactor();
    }

    @Override
    public void confirm(String password, String code) {
        account.confirmPassword(password);
        if (asksForCode()) {
            account.confirmCode(code);
        }
    }
}
