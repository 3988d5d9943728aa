package id.balairung.tenancy;

/** Says aloud that a native query reads every agency on purpose. A reader takes this or an {@link AgencyId}. */
public enum AllAgencies {
    /** The only value. */
    READ
}
