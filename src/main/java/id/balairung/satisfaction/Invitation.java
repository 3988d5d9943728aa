package id.balairung.satisfaction;

import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;

/**
 * Where somebody stands who came to say something of a service. Nothing in it is about the visitor, nor about what was said.
 */
public sealed interface Invitation {

    /** No ticket has this token: it is mistyped, made up, or too old to be known. */
    record Nobody() implements Invitation {}

    /**
     * The service isn't finished, or never was: the ticket was abandoned, or nobody came.
     *
     * @param over whether it never will be
     */
    record NotServed(boolean over) implements Invitation {}

    /** The time for it is over. */
    record Expired() implements Invitation {}

    /**
     * The service may be rated.
     *
     * @param service which
     * @param day on which day it was given
     */
    record ToRate(ServiceSummary service, ServiceDay day) implements Invitation {}

    /**
     * The service was rated; the SKM form may be filled in.
     *
     * @param service which
     * @param day on which day it was given
     * @param form what is asked
     */
    record ToFillIn(ServiceSummary service, ServiceDay day, Questionnaire form) implements Invitation {}

    /** Everything was said. */
    record Complete() implements Invitation {}
}
