package id.balairung.dashboard;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reports of months and years: an agency's admin gets those of the own agency, whatever is asked for; the head those of the mall and
 * of any agency. Each file that is handed out stands in the trail of the agencies that it tells of.
 */
@Service
public class PeriodReports {

    private static final String DATA = "period-report";

    private final PeriodReportRows rows;
    private final PeriodReportMaker maker;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final TransactionTemplate reading;

    PeriodReports(
            PeriodReportRows rows,
            PeriodReportMaker maker,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.maker = maker;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * All there are, the newest first.
     *
     * @param agency whose; an agency's admin sees the own one's, whatever stands here; empty for the mall's, for the head
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<PeriodReportEntry> list(Optional<AgencyId> agency) {
        Optional<AgencyId> whose = readable(agency);
        LocalDate today = mall.today().date();
        List<PeriodReportRows.Standing> standings = reading.execute(status ->
                whose.map(own -> rows.standings(own, today)).orElseGet(() -> rows.standings(AllAgencies.READ, today)));
        return standings.stream()
                .map(standing -> new PeriodReportEntry(standing.period(), state(standing)))
                .toList();
    }

    private PeriodReportEntry.State state(PeriodReportRows.Standing standing) {
        return standing.madeAt()
                .<PeriodReportEntry.State>map(
                        made -> new PeriodReportEntry.Ready(made, standing.version() - 1, standing.renewing()))
                .orElseGet(() -> maker.keepsReady(standing.period()) || standing.renewing()
                        ? new PeriodReportEntry.Making()
                        : new PeriodReportEntry.OnRequest());
    }

    /**
     * A report's file. One of long ago is made now.
     *
     * @param agency whose; an agency's admin gets the own one's, whatever stands here; empty for the mall's, for the head
     * @param period which
     * @param format as what
     * @return empty when there is nothing to tell, or not yet
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Optional<PeriodReportFile> file(
            Optional<AgencyId> agency, ReportPeriod period, PeriodReportFile.Format format) {
        Optional<AgencyId> whose = readable(agency);
        Optional<byte[]> kept = kept(whose, period, format);
        if (kept.isEmpty()) {
            maker.makeNow(whose, period);
            kept = kept(whose, period, format);
        }
        kept.ifPresent(file -> whose.map(List::of)
                .orElseGet(() -> reading.execute(status -> rows.told(AllAgencies.READ, period)))
                .forEach(one -> trail.recordAlone(
                        AuditEvent.of(AuditKind.EXPORTED, one, DATA).with("period", period.code()))));
        return kept.map(file -> new PeriodReportFile(name(whose, period, format), format, file));
    }

    private Optional<byte[]> kept(Optional<AgencyId> whose, ReportPeriod period, PeriodReportFile.Format format) {
        return reading.execute(status -> whose.map(own -> rows.file(own, period, format))
                .orElseGet(() -> rows.file(AllAgencies.READ, period, format)));
    }

    private String name(Optional<AgencyId> whose, ReportPeriod period, PeriodReportFile.Format format) {
        String code = whose.map(own -> catalogue.agency(own).code()).orElse("mpp");
        return ("laporan-" + code + "-" + period.code())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-") + "." + format.code();
    }

    private Optional<AgencyId> readable(Optional<AgencyId> asked) {
        Optional<AgencyId> own = currentStaff.require().agency();
        if (own.isPresent()) {
            return own;
        }
        asked.ifPresent(agency -> {
            if (catalogue.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
                throw new AccessDeniedException("No such agency");
            }
        });
        return asked;
    }
}
