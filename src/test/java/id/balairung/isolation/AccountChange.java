package id.balairung.isolation;

import id.balairung.security.StaffPrincipal;

/** What happens to an account while its screens are open, and what becomes of them. It holds for every row of the table. */
enum AccountChange {
    /** The account is disabled: its sessions end, and with them every way in. */
    DISABLED("account disabled meanwhile", true) {
        @Override
        void happensTo(StaffPrincipal staff, World world) {
            world.disable(staff);
        }
    },
    /**
     * The role is taken away. Nothing in the application does that yet; who is signed in keeps the role that they signed in with.
     * Whoever builds it ends the sessions, has this do it through the real service, and sets the second argument to true.
     */
    ROLE_REVOKED("role revoked meanwhile", false) {
        @Override
        void happensTo(StaffPrincipal staff, World world) {
            world.revokeRole(staff);
        }
    };

    private final String heading;
    private final boolean endsSessions;

    AccountChange(String heading, boolean endsSessions) {
        this.heading = heading;
        this.endsSessions = endsSessions;
    }

    abstract void happensTo(StaffPrincipal staff, World world);

    boolean endsSessions() {
        return endsSessions;
    }

    String heading() {
        return heading;
    }

    /** What stands in the table for a row that needs somebody signed in. */
    String outcome() {
        return endsSessions ? "session over" : "as before, until signing out";
    }
}
