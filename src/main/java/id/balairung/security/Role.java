package id.balairung.security;

/** What a member of staff is in the mall. The constants of type String are for access annotations. */
public enum Role {
    /** Petugas: serves at a counter of one agency. */
    OFFICER,
    /** Admin instansi: runs one agency's counters, services and staff. */
    AGENCY_ADMIN,
    /** Kepala MPP: reviews the whole mall and changes nothing of an agency. */
    MALL_HEAD,
    /** Admin MPP: runs agencies, accounts and settings. */
    MALL_ADMIN,
    /** Petugas penerimaan: issues tickets for all agencies. */
    FRONT_DESK;

    /** {@link #OFFICER} for an annotation. */
    public static final String OFFICER_ROLE = "OFFICER";
    /** {@link #AGENCY_ADMIN} for an annotation. */
    public static final String AGENCY_ADMIN_ROLE = "AGENCY_ADMIN";
    /** {@link #MALL_HEAD} for an annotation. */
    public static final String MALL_HEAD_ROLE = "MALL_HEAD";
    /** {@link #MALL_ADMIN} for an annotation. */
    public static final String MALL_ADMIN_ROLE = "MALL_ADMIN";
    /** {@link #FRONT_DESK} for an annotation. */
    public static final String FRONT_DESK_ROLE = "FRONT_DESK";

    /** Whether the role belongs to one agency rather than to the mall. */
    public boolean belongsToAgency() {
        return this == OFFICER || this == AGENCY_ADMIN;
    }
}
