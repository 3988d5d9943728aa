package id.balairung.rollup;

import id.balairung.common.Share;

/**
 * How a service kept to its published standard. Adds up over days.
 *
 * @param judged the turns that the share within target is about
 * @param withinTarget those of them that waited no longer than the target
 * @param services services with a service time
 * @param serviceWithin those of them that took no longer than the standard
 */
public record Compliance(long judged, long withinTarget, long services, long serviceWithin) {

    static final Compliance NONE = new Compliance(0, 0, 0, 0);

    static Compliance of(Figures figures) {
        return new Compliance(
                figures.judged(), figures.withinTarget(), figures.service().n(), figures.serviceWithin());
    }

    Compliance plus(Compliance other) {
        return new Compliance(
                judged + other.judged,
                withinTarget + other.withinTarget,
                services + other.services,
                serviceWithin + other.serviceWithin);
    }

    /** The share of waits within target. */
    public Share waits() {
        return new Share(withinTarget, judged);
    }

    /** The share of service times within the standard. */
    public Share serviceTimes() {
        return new Share(serviceWithin, services);
    }
}
