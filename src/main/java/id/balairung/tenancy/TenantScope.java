package id.balairung.tenancy;

import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * An explicit tenant for a piece of work: an operator's act in an agency, background work, or reading across agencies.
 * Hibernate fixes the tenant when its session opens, so a scope must be opened before the transaction.
 */
public final class TenantScope {

    static final UUID NOBODY = new UUID(0L, 0L);
    static final UUID EVERYBODY = new UUID(-1L, -1L);

    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private TenantScope() {}

    /**
     * Works for one agency.
     *
     * @param agency the agency
     * @param work what to do; it opens its own transactions
     * @return what the work returns
     * @throws IllegalStateException when a transaction of another tenant is already open
     */
    public static <T extends @Nullable Object> T in(AgencyId agency, Supplier<T> work) {
        return bind(agency.value(), work);
    }

    /**
     * Reads across all agencies. Any write inside is refused.
     *
     * @param work what to read
     * @return what the work returns
     * @throws IllegalStateException when a transaction of another tenant is already open
     */
    public static <T extends @Nullable Object> T acrossAgencies(Supplier<T> work) {
        return bind(EVERYBODY, work);
    }

    static Optional<UUID> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    private static <T extends @Nullable Object> T bind(UUID tenant, Supplier<T> work) {
        if (sessionMayBeOpen() && !(CURRENT.isBound() && CURRENT.get().equals(tenant))) {
            throw new IllegalStateException("A tenant's scope must be opened before the transaction");
        }
        return ScopedValue.where(CURRENT, tenant).call(work::get);
    }

    /** A session lives as long as its transaction, or without one as long as the synchronisation it is bound to. */
    private static boolean sessionMayBeOpen() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.getResourceMap().keySet().stream()
                        .anyMatch(EntityManagerFactory.class::isInstance);
    }
}
