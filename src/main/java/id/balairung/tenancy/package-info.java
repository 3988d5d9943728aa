/**
 * Each agency is a tenant, and this is the one place that keeps them apart. Entities that extend
 * {@link id.balairung.tenancy.AgencyOwned} are filtered and stamped by Hibernate; nobody else writes an agency filter.
 * Without a tenant reads find nothing and writes throw; across agencies one can read and never write.
 */
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {"common"})
@NullMarked
package id.balairung.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
