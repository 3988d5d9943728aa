package id.balairung.tenancy;

import java.util.Map;
import java.util.UUID;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** Tells Hibernate whose session it opens: the explicit scope first, then the signed-in person's agency, else nobody. */
@Component
class TenancyConfiguration implements CurrentTenantIdentifierResolver<UUID>, HibernatePropertiesCustomizer {

    private final ObjectProvider<TenantSource> source;

    TenancyConfiguration(ObjectProvider<TenantSource> source) {
        this.source = source;
    }

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return TenantScope.current().orElseGet(this::ofTheSignedIn);
    }

    private UUID ofTheSignedIn() {
        TenantSource signedIn = source.getIfAvailable();
        return signedIn == null
                ? TenantScope.NOBODY
                : signedIn.agency().map(AgencyId::value).orElse(TenantScope.NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }

    @Override
    public boolean isRoot(UUID tenant) {
        return TenantScope.EVERYBODY.equals(tenant);
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
        properties.put("hibernate.session_factory.statement_inspector", new ReadOnlyAcrossAgencies());
    }
}
