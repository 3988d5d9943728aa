/**
 * The trail of what people did with the system: who, what, when, where from, and what it changed. Whoever changes something
 * records it here in the same transaction ({@link id.balairung.audit.AuditTrail}). Each agency has a trail of its own, and the
 * mall has one for what concerns no single agency. Rows are only ever added.
 *
 * <p>A sealer chains what was committed, and the chains' ends stand in a file outside the database: see decision 019. Sign-ins and
 * refusals are heard of by events; whoever lets the mall's staff read an agency's data says so to
 * {@link id.balairung.audit.ReadingAcross}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"security", "security::ui", "tenancy", "common", "common::ui", "sheet", "sheet::ui"})
@NullMarked
package id.balairung.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
