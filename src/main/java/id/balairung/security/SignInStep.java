package id.balairung.security;

/** What is still to be done when the password was right, before anybody is signed in. */
public enum SignInStep {
    /** A code of the phone, or a recovery code. */
    CODE,
    /** A password of one's own in the place of the one that somebody else gave. */
    NEW_PASSWORD,
    /** Setting the second factor up. */
    ENROLMENT,
    /** Keeping the recovery codes, which are shown only now. */
    RECOVERY_CODES
}
