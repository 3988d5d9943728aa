package id.balairung.security;

import org.springframework.security.core.Authentication;

/**
 * A password was right, and something further is asked for before anybody is signed in.
 *
 * @param username whose password
 * @param attempt who gave it, with the address in its details
 */
public record SignInBegun(String username, Authentication attempt) {}
