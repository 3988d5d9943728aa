package id.balairung.isolation;

import static id.balairung.isolation.Outcome.DENIED;

import id.balairung.security.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes of it for each role when somebody goes this way. What isn't declared is refused, and that is tried, too. Once the
 * account is disabled or its role taken away nobody gets as far: see {@link AccountChange}.
 */
final class Row {

    private final EntryPoint entry;
    private final Map<Column, Outcome> outcomes = new EnumMap<>(Column.class);
    private State state = State.ANY;
    private @Nullable Call call;
    private String address = "";
    private String note = "";
    private int anonymousStatus;
    private int signedInStatus;
    private boolean background;

    /** A call of a service with what a cell names. */
    @FunctionalInterface
    interface Call {
        /**
         * Calls it.
         *
         * @param cell who calls, on whose data
         * @return what it answers; null when it answers nothing
         */
        @Nullable
        Object by(Cell cell);
    }

    private Row(EntryPoint entry) {
        this.entry = entry;
    }

    /** A service's method, called in a state of the agency whose data it is. */
    static Row service(String method, State state, Call call) {
        Row row = new Row(new EntryPoint(EntryPoint.Kind.SERVICE, method));
        row.state = state;
        row.call = call;
        return row.everybody(DENIED);
    }

    /** A route with its view, as "/route View"; the address to try is the route's unless {@link #at} says another. */
    static Row screen(String name) {
        Row row = new Row(new EntryPoint(EntryPoint.Kind.SCREEN, name));
        row.address = name.substring(1, name.indexOf(' '));
        return row.everybody(Outcome.NO_SUCH_PAGE).nobody(Outcome.SIGN_IN);
    }

    /** An address that no view is at, and with which status it answers. */
    static Row address(String name, String address, int anonymousStatus, int signedInStatus) {
        Row row = new Row(new EntryPoint(EntryPoint.Kind.ADDRESS, name));
        row.address = address;
        row.anonymousStatus = anonymousStatus;
        row.signedInStatus = signedInStatus;
        return row;
    }

    /** Something that stands in no role's way, or is tried elsewhere: the note says why, or where. */
    static Row standing(EntryPoint.Kind kind, String name, String note) {
        return new Row(new EntryPoint(kind, name)).because(note);
    }

    Row at(String other) {
        address = other;
        return this;
    }

    Row because(String reason) {
        note = reason;
        return this;
    }

    /** For the application's own work: no screen calls it, which is checked in the bytecode. */
    Row background(String reason) {
        background = true;
        return because("background: " + reason);
    }

    /** For every column, until another call says more. */
    Row everybody(Outcome outcome) {
        Arrays.stream(Column.values()).forEach(column -> outcomes.put(column, outcome));
        return this;
    }

    Row officer(Outcome own, Outcome other) {
        outcomes.put(Column.OFFICER_OWN, own);
        outcomes.put(Column.OFFICER_OTHER, other);
        return this;
    }

    /** For what names nothing of an agency: whose it is follows from who is signed in. */
    Row officer(Outcome own) {
        outcomes.put(Column.OFFICER_OWN, own);
        outcomes.remove(Column.OFFICER_OTHER);
        return this;
    }

    Row agencyAdmin(Outcome own, Outcome other) {
        outcomes.put(Column.ADMIN_OWN, own);
        outcomes.put(Column.ADMIN_OTHER, other);
        return this;
    }

    /** For what names nothing of an agency: whose it is follows from who is signed in. */
    Row agencyAdmin(Outcome own) {
        outcomes.put(Column.ADMIN_OWN, own);
        outcomes.remove(Column.ADMIN_OTHER);
        return this;
    }

    Row head(Outcome outcome) {
        outcomes.put(Column.HEAD, outcome);
        return this;
    }

    Row mallAdmin(Outcome outcome) {
        outcomes.put(Column.MALL_ADMIN, outcome);
        return this;
    }

    Row frontDesk(Outcome outcome) {
        outcomes.put(Column.FRONT_DESK, outcome);
        return this;
    }

    Row nobody(Outcome outcome) {
        outcomes.put(Column.NOBODY, outcome);
        return this;
    }

    /** A view that opens for these roles. */
    Row opensFor(Role... roles) {
        return forRoles(Outcome.SHOWN, roles);
    }

    /** A view that sends these roles on to one of their own. */
    Row sendsOn(Role... roles) {
        return forRoles(Outcome.SENT_ON, roles);
    }

    private Row forRoles(Outcome outcome, Role... roles) {
        Arrays.stream(Column.values())
                .filter(column -> column.role()
                        .filter(role -> Arrays.asList(roles).contains(role))
                        .isPresent())
                .forEach(column -> outcomes.put(column, outcome));
        return this;
    }

    EntryPoint entry() {
        return entry;
    }

    /** Empty for another agency's column when a call names nothing of an agency. */
    Optional<Outcome> outcome(Column column) {
        return Optional.ofNullable(outcomes.get(column));
    }

    Map<Column, Outcome> outcomes() {
        return outcomes;
    }

    State state() {
        return state;
    }

    Optional<Call> call() {
        return Optional.ofNullable(call);
    }

    String address() {
        return address;
    }

    int anonymousStatus() {
        return anonymousStatus;
    }

    int signedInStatus() {
        return signedInStatus;
    }

    boolean inBackground() {
        return background;
    }

    String note() {
        return note;
    }

    @Override
    public String toString() {
        return entry.name();
    }
}
