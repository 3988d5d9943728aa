package id.balairung.security;

import id.balairung.common.BusinessRuleViolation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What signing in asks of the accounts beyond a name and a password. Implemented by the module that keeps them. */
public interface SignInAccounts {

    /**
     * How an account signs in at present.
     *
     * @param staff the account
     * @return empty when there is none any more
     */
    Optional<SignInAccount> find(StaffId staff);

    /**
     * Takes a code of the person's phone, once.
     *
     * @param staff the account
     * @param code what was typed
     * @return whether it was right and not taken before
     */
    boolean takeCode(StaffId staff, String code);

    /**
     * Takes a recovery code, once, and records it.
     *
     * @param staff the account
     * @param code what was typed
     * @param address where it comes from
     * @return whether it was right and not taken before
     */
    boolean takeRecoveryCode(StaffId staff, String code, String address);

    /**
     * Replaces a password that is due to be changed.
     *
     * @param judged the account with the password that was given
     * @param password the new password as typed
     * @param repeated the same, typed again
     * @param address where it comes from
     * @throws BusinessRuleViolation when it may not be used
     */
    void replaceDuePassword(StaffPrincipal judged, String password, String repeated, String address);

    /**
     * Sets up an account's first second factor.
     *
     * @param staff the account
     * @param secret what the person's phone was given
     * @param code what the phone shows
     * @param address where it comes from
     * @return the recovery codes, to be shown once; none when the code was wrong
     */
    List<String> addSecondFactor(StaffId staff, OneTimeSecret secret, String code, String address);

    /**
     * How an account signs in.
     *
     * @param principal who signs in, with the hash of the present password; disabled also when the agency is suspended
     * @param passwordDue whether the password has to be changed first
     * @param secondFactor whether there is a second factor
     * @param secondFactorRequired whether there must be one
     */
    record SignInAccount(
            StaffPrincipal principal, boolean passwordDue, boolean secondFactor, boolean secondFactorRequired) {

        /** What tells one password of the account from another without telling the password. */
        byte[] passwordStamp() {
            return Digests.sha256(String.valueOf(principal.getPassword()).getBytes(StandardCharsets.UTF_8));
        }

        /** Whether it is still as it was when somebody was judged by it: what took place meanwhile found no session to end. */
        boolean isStill(StaffPrincipal judged) {
            return principal.isEnabled()
                    && principal.role() == judged.role()
                    && principal.agency().equals(judged.agency())
                    && principal.mayChooseTicket() == judged.mayChooseTicket();
        }
    }
}
