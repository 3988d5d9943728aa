package id.balairung.isolation;

import id.balairung.agency.MallSettings;
import id.balairung.agency.OpeningTimes;
import id.balairung.agency.ServiceId;
import id.balairung.alert.AlertId;
import id.balairung.counter.CounterId;
import id.balairung.queue.CommandId;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.satisfaction.QuestionnaireVersion;
import id.balairung.security.OneTimeSecret;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSessions;
import id.balairung.staff.NewStaff;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** All services of a kind. */
    <T> Stream<T> all(Class<T> kind) {
        return world.beans(kind);
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

    /** The agency's officer whom nobody needs; the state says how that one stands. */
    StaffId leaver() {
        named = true;
        return place.leaver().id();
    }

    String nameOfLeaver() {
        named = true;
        return place.leaver().getUsername();
    }

    int revisionOfLeaver() {
        return world.account(place.leaver().id()).revision();
    }

    /** A session of that officer's, by the key that only its owner gets. */
    UUID sessionOfLeaver() {
        named = true;
        return world.as(place.leaver(), () -> the(StaffSessions.class).own())
                .getFirst()
                .key();
    }

    /** The view that the agency's officer keeps. */
    UUID viewOfOfficer() {
        named = true;
        return place.view();
    }

    /** What a phone shows for a secret now. */
    String codeOf(OneTimeSecret secret) {
        return secret.codeAt(world.now());
    }

    /** A sign-in name that nobody has. */
    String newName() {
        return world.newName();
    }

    /** A counter that nobody sits at. */
    CounterId spareCounter() {
        named = true;
        return place.agency().counters().get(1);
    }

    int revisionOf(CounterId counter) {
        return place.details(counter).revision();
    }

    int versionOf(ServiceId service) {
        return place.details(service).version();
    }

    /** A service of the agency of whoever has one, whatever agency the column speaks of. */
    ServiceId serviceOfTheirOwn() {
        return world.own().agency().service().id();
    }

    /** A letter that no service of the own agency has. */
    String freeLetter() {
        return world.own().freeLetter();
    }

    int versionOfHours() {
        return world.as(
                        world.own().agency().admin(),
                        () -> the(OpeningTimes.class).ofAgency())
                .version();
    }

    int versionOfAgency() {
        return world.registered(place).version();
    }

    String nameOfAgency() {
        return world.registered(place).name();
    }

    int versionOfMall() {
        return world.as(world.mallAdmin(), () -> the(MallSettings.class).read()).version();
    }

    int versionOfHoliday() {
        return world.holiday().orElseThrow().version();
    }

    int daysKept() {
        return world.kept().days();
    }

    int versionOfDaysKept() {
        return world.kept().version();
    }

    /** The version of the questionnaire that begins last. */
    QuestionnaireVersion lastQuestionnaire() {
        return world.questionnaires().getFirst();
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
