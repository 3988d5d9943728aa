package id.balairung.isolation;

import id.balairung.agency.ServiceId;
import id.balairung.alert.AlertId;
import id.balairung.counter.CounterId;
import id.balairung.queue.CommandId;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.NewStaff;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;

/** One try: what the person who tries it names. Everything is of the agency whose data the column says. */
final class Cell {

    private final World world;
    private final World.Place place;
    private boolean named;

    Cell(World world, World.Place place) {
        this.world = world;
        this.place = place;
    }

    /** The service that is called. */
    <T> T the(Class<T> service) {
        return world.bean(service);
    }

    AgencyId agency() {
        named = true;
        return place.agency().id();
    }

    /** The ticket that the row's state speaks of. */
    TicketId ticket() {
        return snapshot().id();
    }

    TicketSnapshot snapshot() {
        named = true;
        return place.ticket();
    }

    ServiceId service() {
        named = true;
        return place.agency().services().get(0).id();
    }

    ServiceId otherService() {
        named = true;
        return place.agency().services().get(1).id();
    }

    CounterId counter() {
        named = true;
        return place.agency().counters().getFirst();
    }

    AlertId alert() {
        named = true;
        return place.alert();
    }

    /** A service of an agency that is nobody's in this table. */
    ServiceId serviceOfAThirdAgency() {
        return world.third().service().id();
    }

    /** Somebody of the agency who has no account yet. */
    NewStaff newcomer() {
        named = true;
        return world.newcomer(place.agency().id());
    }

    /** The agency's officer. */
    StaffPrincipal officer() {
        named = true;
        return place.agency().officer();
    }

    /** Somebody of the agency who isn't needed any more. */
    StaffId somebodyElse() {
        named = true;
        return world.leaver(place.agency().id()).id();
    }

    CommandId command() {
        return CommandId.next();
    }

    /** In five minutes. */
    Instant soon() {
        return world.now().plusSeconds(300);
    }

    /** A counter's number that is free. */
    int freeNumber() {
        return world.freeNumber();
    }

    /** Whether something of the agency was named; if not, whose data it is follows from who is signed in. */
    boolean named() {
        return named;
    }
}
