package id.balairung.isolation;

import id.balairung.security.Role;
import java.util.Optional;

/** Who tries it, and on whose data. The mall's own staff have no agency: what they name is some agency's. */
enum Column {
    OFFICER_OWN("officer", "own agency", Role.OFFICER, false),
    OFFICER_OTHER("officer", "other agency", Role.OFFICER, true),
    ADMIN_OWN("agency admin", "own agency", Role.AGENCY_ADMIN, false),
    ADMIN_OTHER("agency admin", "other agency", Role.AGENCY_ADMIN, true),
    HEAD("head", "any agency", Role.MALL_HEAD, false),
    MALL_ADMIN("mall admin", "any agency", Role.MALL_ADMIN, false),
    FRONT_DESK("front desk", "any agency", Role.FRONT_DESK, false),
    NOBODY("anonymous", "any agency", null, false);

    private final String who;
    private final String whose;
    private final @org.jspecify.annotations.Nullable Role role;
    private final boolean foreign;

    Column(String who, String whose, @org.jspecify.annotations.Nullable Role role, boolean foreign) {
        this.who = who;
        this.whose = whose;
        this.role = role;
        this.foreign = foreign;
    }

    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /** Whether it is tried on the data of an agency that isn't the person's own. */
    boolean foreign() {
        return foreign;
    }

    String heading() {
        return who + (whose.startsWith("any") ? "" : ", " + whose);
    }
}
