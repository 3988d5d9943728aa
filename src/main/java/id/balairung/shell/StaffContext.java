package id.balairung.shell;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.counter.CounterDesk;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSessions;
import id.balairung.staff.StaffAccounts;
import id.balairung.staff.StaffPreferences;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the frame tells about the person in it: who, where, and how they like their screens. */
@Component
class StaffContext {

    private final CurrentStaff currentStaff;
    private final StaffAccounts accounts;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CounterDesk counters;
    private final StaffSessions sessions;
    private final Clock clock;

    StaffContext(
            CurrentStaff currentStaff,
            StaffAccounts accounts,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CounterDesk counters,
            StaffSessions sessions,
            Clock clock) {
        this.currentStaff = currentStaff;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.mall = mall;
        this.counters = counters;
        this.sessions = sessions;
        this.clock = clock;
    }

    StaffPrincipal person() {
        return currentStaff.require();
    }

    /** The agency's name, or the mall's for the mall's own staff. */
    String place() {
        return person().agency()
                .map(catalogue::agency)
                .map(AgencySummary::name)
                .or(() -> mall.find().map(MallRules::name))
                .orElse("");
    }

    /** The number of the counter that the person has open. */
    Optional<Integer> counter() {
        return person().role() == Role.OFFICER
                ? counters.current().map(shift -> shift.counterNumber())
                : Optional.empty();
    }

    /** The person's sessions beside the present one, which signing out ends too. */
    int otherSessions() {
        return (int)
                sessions.own().stream().filter(session -> !session.present()).count();
    }

    StaffPreferences preferences() {
        return accounts.preferences();
    }

    void prefer(StaffPreferences preferences) {
        accounts.prefer(preferences);
    }

    ZoneId zone() {
        return mall.find().map(MallRules::zone).orElse(ZoneOffset.UTC);
    }

    Instant now() {
        return clock.instant();
    }
}
