package id.balairung.satisfaction;

/** How a complaint is dealt with, which says how long that may take: in working days, by Permenpan RB 62/2018. */
public enum ComplaintClass {
    /** A question or a wish; 5 working days unless the mall sets another number. */
    INFORMATION,
    /** A complaint about a service; 14 working days. */
    SERVICE,
    /** A complaint that needs an inspection; 60 working days. */
    OVERSIGHT
}
