package id.balairung.security;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Stands in for a mall admin while an empty installation is set up, before anybody could have signed in. */
@Component
public class Founder {

    /** The sign-in name under which the work is recorded; no account may have it. */
    public static final String USERNAME = "founder";

    /** The name under which the work is recorded. */
    public static final String NAME = "Founder";

    /**
     * Does the work with a mall admin's rights.
     *
     * @param work what sets up the mall
     * @throws IllegalStateException when somebody is signed in on this thread
     */
    public void establish(Runnable work) {
        if (SecurityContextHolder.getContext().getAuthentication() != null) {
            throw new IllegalStateException("Somebody is signed in: a mall is founded before that");
        }
        StaffPrincipal founder =
                new StaffPrincipal(StaffId.next(), USERNAME, NAME, "", Role.MALL_ADMIN, null, true, false);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(founder, null, founder.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
