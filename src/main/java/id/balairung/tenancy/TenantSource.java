package id.balairung.tenancy;

import java.util.Optional;

/** Tells whose agency the present thread works for. Implemented by the module that knows who is signed in. */
public interface TenantSource {

    /** The agency of the signed-in person; empty for the mall's own staff and when nobody is signed in. */
    Optional<AgencyId> agency();
}
