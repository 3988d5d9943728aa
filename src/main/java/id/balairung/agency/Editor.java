package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditTrail;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every change of this module does besides: it checks the version, says who it was, and tells the screens. */
@Component
class Editor {

    private final CurrentStaff currentStaff;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final AuditTrail trail;
    private final Reauthentication reauthentication;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Editor(
            CurrentStaff currentStaff,
            CurrentMall mall,
            ServiceCatalogue catalogue,
            AuditTrail trail,
            Reauthentication reauthentication,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.currentStaff = currentStaff;
        this.mall = mall;
        this.catalogue = catalogue;
        this.trail = trail;
        this.reauthentication = reauthentication;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The agency of whoever edits. */
    AgencyId agency() {
        return currentStaff.requireAgency();
    }

    Instant now() {
        return clock.instant();
    }

    /** The signature of a change that is made now. */
    LastChange signature() {
        return new LastChange(currentStaff.require(), clock.instant());
    }

    /** Refuses a form that was filled with an older version. */
    void requireVersion(@Nullable LastChange last, @Nullable Integer present, int filledIn) {
        LastChange.require(
                last, present, filledIn, clock.instant(), mall.rules().zone());
    }

    /**
     * Lets nobody go on who merely found the screen unattended: before what concerns a whole agency or the mall.
     *
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    void requireProof() {
        reauthentication.requireFresh();
    }

    void record(AuditEvent event) {
        trail.record(event);
    }

    /**
     * Makes a change of an agency's in a transaction, and tells its screens once it has committed.
     *
     * @param told what is told besides, once the catalogue knows: signing in looks there, and who has signed in by now has a
     *     session that ends
     */
    <T extends @Nullable Object> T change(AgencyId agency, Supplier<T> work, Object... told) {
        T result = twice(work);
        try {
            catalogue.changed();
        } finally {
            // It is done, whether or not it can be read at this moment.
            Stream.of(told).forEach(events::publishEvent);
            events.publishEvent(new OfferChanged(agency));
        }
        return result;
    }

    /** Makes a change that concerns every agency in a transaction, and tells all screens once it has committed. */
    <T extends @Nullable Object> T changeForAll(Supplier<T> work) {
        T result = twice(work);
        mall.changed();
        catalogue.changed();
        List.copyOf(catalogue.agencies()).forEach(agency -> events.publishEvent(new OfferChanged(agency.id())));
        return result;
    }

    /**
     * Where somebody else took a unique key at the same moment, or changed a row that was read without a lock, the work sees it the
     * second time, and says so or goes by it.
     */
    private <T extends @Nullable Object> T twice(Supplier<T> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException overtaken) {
            return transaction.execute(status -> work.get());
        }
    }

    <T extends @Nullable Object> T read(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
