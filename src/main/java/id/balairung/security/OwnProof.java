package id.balairung.security;

import id.balairung.common.BusinessRuleViolation;

/** Makes sure that it is still the signed-in person who sits at the screen. Implemented by the module that keeps accounts. */
public interface OwnProof {

    /** Whether the signed-in person has set up a second factor, so that the password alone is no proof. */
    boolean asksForCode();

    /**
     * Checks what was typed. Wrong tries count as those at sign-in do.
     *
     * @param password the own password
     * @param code the second factor's code, empty where {@link #asksForCode} says no
     * @throws BusinessRuleViolation when something is wrong, or wasn't looked at because too many tries were
     */
    void confirm(String password, String code);
}
