package id.balairung.isolation;

import id.balairung.security.StaffPrincipal;

/** What happens to an account while its screens are open, and what becomes of them. It holds for every row of the table. */
enum AccountChange {
    /** The account is disabled: its sessions end, and with them every way in. */
    DISABLED("account disabled meanwhile", false) {
        @Override
        void happensTo(StaffPrincipal staff, World world) {
            world.disable(staff);
        }
    },
    /** The mall's admin gives the account another role: its sessions end as well, and the next one has the new role's rights only. */
    ROLE_REVOKED("role revoked meanwhile", true) {
        @Override
        void happensTo(StaffPrincipal staff, World world) {
            world.revokeRole(staff);
        }
    };

    private final String heading;
    private final boolean signsInAgain;

    AccountChange(String heading, boolean signsInAgain) {
        this.heading = heading;
        this.signsInAgain = signsInAgain;
    }

    abstract void happensTo(StaffPrincipal staff, World world);

    /** Whether the person may sign in again, to what is left to them. */
    boolean signsInAgain() {
        return signsInAgain;
    }

    String heading() {
        return heading;
    }

    /** What stands in the table for a row that needs somebody signed in. */
    String outcome() {
        return "session over";
    }
}
