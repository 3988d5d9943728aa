package id.balairung.staff;

/**
 * An initial password to be handed to its owner; it is shown once and can't be read again.
 *
 * @param username the sign-in name
 * @param name the person's name
 * @param password the password in clear
 */
public record GivenPassword(String username, String name, InitialPassword password) {}
