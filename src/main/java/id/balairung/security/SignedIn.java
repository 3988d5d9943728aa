package id.balairung.security;

/** Knows whether a person uses an account at present. Implemented by the module that keeps the sessions. */
public interface SignedIn {

    /**
     * Whether somebody is signed in to an account on this node. A closed window counts until its session ends.
     *
     * @param staff the account
     */
    boolean isSignedIn(StaffId staff);
}
