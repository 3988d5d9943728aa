package id.balairung.tenancy;

import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.springframework.stereotype.Component;

/** Refuses to write what an agency owns when no agency, or every agency, is in scope. */
@Component
class TenantWriteGuard implements PreInsertEventListener, PreUpdateEventListener, PreDeleteEventListener {

    private final EntityManagerFactory entityManagers;

    TenantWriteGuard(EntityManagerFactory entityManagers) {
        this.entityManagers = entityManagers;
    }

    @PostConstruct
    void register() {
        EventListenerRegistry registry =
                entityManagers.unwrap(SessionFactoryImplementor.class).getEventListenerRegistry();
        registry.appendListeners(EventType.PRE_INSERT, this);
        registry.appendListeners(EventType.PRE_UPDATE, this);
        registry.appendListeners(EventType.PRE_DELETE, this);
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        return check(event.getEntity(), event.getSession());
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        return check(event.getEntity(), event.getSession());
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        return check(event.getEntity(), event.getSession());
    }

    private static boolean check(Object entity, SharedSessionContractImplementor session) {
        Object tenant = session.getTenantIdentifierValue();
        if (entity instanceof AgencyOwned
                && (TenantScope.NOBODY.equals(tenant) || TenantScope.EVERYBODY.equals(tenant))) {
            throw new IllegalStateException(
                    entity.getClass().getSimpleName() + " belongs to an agency, but none is in scope");
        }
        return false;
    }
}
