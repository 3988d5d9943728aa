package id.balairung.queue.ui;

import id.balairung.security.Role;

/** Who looks at a live board. */
enum Reader {
    /** Sees the own services. */
    OFFICER,
    /** Sees the own agency, and acts. */
    ADMIN,
    /** Sees any agency, and changes nothing. */
    HEAD;

    static Reader of(Role role) {
        return switch (role) {
            case OFFICER -> OFFICER;
            case AGENCY_ADMIN -> ADMIN;
            default -> HEAD;
        };
    }

    boolean acts() {
        return this == ADMIN;
    }
}
