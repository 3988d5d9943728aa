package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputCheck;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * An agency's services, as its admin keeps them. The agency is that of whoever is signed in. A letter is fixed and stays taken
 * when its service is withdrawn, for numbers that were given out bear it.
 */
@Service
public class ServiceAdministration {

    private final ServiceOfferingRepository services;
    private final ServiceCatalogue catalogue;
    private final ServedServices served;
    private final Editor editor;

    ServiceAdministration(
            ServiceOfferingRepository services, ServiceCatalogue catalogue, ServedServices served, Editor editor) {
        this.services = services;
        this.catalogue = catalogue;
        this.served = served;
        this.editor = editor;
    }

    /**
     * What an import would do with a row.
     *
     * @param row the row
     * @param effect what it would do, when it is good
     * @param faults what is wrong with it; empty when nothing is
     */
    public record PlannedRow(ServiceRow row, Effect effect, List<InputFault> faults) {

        /** Keeps the faults. */
        public PlannedRow {
            faults = List.copyOf(faults);
        }
    }

    /** What an imported row does. */
    public enum Effect {
        /** It adds a service. */
        ADDED,
        /** It changes the service with its letter. */
        CHANGED,
        /** The service with its letter is like that already. */
        SAME
    }

    /** Every service of one's own agency, withdrawn ones too, by letter. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public List<ServiceDetails> all() {
        return editor.read(this::readAll);
    }

    /** The services of one's own agency that give out numbers which no counter in use can call. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public Set<ServiceId> unserved() {
        return editor.read(() -> {
            Set<ServiceId> called = served.all();
            return readAll().stream()
                    .filter(service ->
                            !service.withdrawn() && service.pausedReason().isEmpty())
                    .map(ServiceDetails::id)
                    .filter(service -> !called.contains(service))
                    .collect(Collectors.toSet());
        });
    }

    /**
     * Adds a service.
     *
     * @param draft what was typed
     * @return the new service
     * @throws InvalidInput when it can't be taken
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public ServiceId add(ServiceDraft draft) {
        draft.check().orThrow();
        return editor.change(editor.agency(), () -> {
            draft.check()
                    .that(
                            services.findAll().stream()
                                    .noneMatch(other -> other.letter().equals(draft.letter())),
                            "letter",
                            "agency.refused.letter-taken")
                    .orThrow();
            return create(draft);
        });
    }

    /**
     * Changes a service's names, standard, quota and requirements.
     *
     * @param id the service
     * @param version the version that the form was filled with
     * @param draft what was typed; its letter isn't looked at
     * @throws InvalidInput when it can't be taken
     * @throws ChangedMeanwhile when somebody else changed it
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void change(ServiceId id, int version, ServiceDraft draft) {
        editor.change(editor.agency(), () -> {
            ServiceOffering service = inVersion(id, version);
            withLetter(draft, service.letter()).check().orThrow();
            follow(service, draft);
            return id;
        });
    }

    /**
     * Withdraws a service: it gives out no more numbers and is no target for a transfer. Who waits is called as before.
     *
     * @param id the service
     * @param version the version that was shown
     * @throws ChangedMeanwhile when somebody else changed it
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void withdraw(ServiceId id, int version) {
        turn(id, version, false);
    }

    /**
     * Offers a withdrawn service again.
     *
     * @param id the service
     * @param version the version that was shown
     * @throws ChangedMeanwhile when somebody else changed it
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void offerAgain(ServiceId id, int version) {
        turn(id, version, true);
    }

    /**
     * What an import of rows would do, and everything that is wrong with them. Changes nothing.
     *
     * @param rows the rows
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public List<PlannedRow> plan(List<ServiceRow> rows) {
        return editor.read(() -> planned(rows));
    }

    /**
     * Imports rows, all or none. A row with the letter of a service changes that service, and withdraws it or offers it again where
     * it says so; others are added.
     *
     * @param rows the rows
     * @return how many services were added or changed
     * @throws BusinessRuleViolation when any row is bad
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public int importAll(List<ServiceRow> rows) {
        editor.requireProof();
        AgencyId agency = editor.agency();
        return editor.change(agency, () -> {
            List<PlannedRow> plan = planned(rows);
            if (plan.isEmpty() || plan.stream().anyMatch(row -> !row.faults().isEmpty())) {
                throw new BusinessRuleViolation("agency.refused.import");
            }
            Map<String, ServiceOffering> present =
                    services.findAll().stream().collect(Collectors.toMap(ServiceOffering::letter, Function.identity()));
            int touched = 0;
            for (PlannedRow row : plan) {
                if (row.effect() != Effect.SAME) {
                    carryOut(row.row(), present.get(row.row().draft().letter()));
                    touched++;
                }
            }
            editor.record(AuditEvent.of(AuditKind.IMPORTED, agency, "layanan")
                    .with("rows", String.valueOf(rows.size()))
                    .with("changes", String.valueOf(touched)));
            return touched;
        });
    }

    /** Every service of one's own agency, for a file that leaves the house; the trail says so. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public List<ServiceDetails> export() {
        return editor.read(() -> {
            List<ServiceDetails> all = readAll();
            editor.record(AuditEvent.of(AuditKind.EXPORTED, editor.agency(), "layanan")
                    .with("rows", String.valueOf(all.size())));
            return all;
        });
    }

    private List<ServiceDetails> readAll() {
        return services.findAllByOrderByLetter().stream()
                .map(service -> service.details(editor.now()))
                .toList();
    }

    private List<PlannedRow> planned(List<ServiceRow> rows) {
        Map<String, ServiceDetails> present = new HashMap<>();
        readAll().forEach(service -> present.put(service.letter(), service));
        Set<String> seen = new HashSet<>();
        List<PlannedRow> plan = new ArrayList<>();
        for (ServiceRow row : rows) {
            String letter = row.draft().letter();
            InputCheck check = row.check()
                    .that(letter.isEmpty() || seen.add(letter), "letter", "agency.refused.letter-twice", letter);
            ServiceDetails known = present.get(letter);
            Effect effect = known == null
                    ? Effect.ADDED
                    : isSame(known, row.draft()) && !row.turns(known.withdrawn()) ? Effect.SAME : Effect.CHANGED;
            plan.add(new PlannedRow(row, effect, check.faults()));
        }
        return plan;
    }

    private static boolean isSame(ServiceDetails known, ServiceDraft row) {
        return known.nameIndonesian().equals(row.nameIndonesian())
                && known.nameEnglish().equals(row.nameEnglish())
                && Objects.equals(known.targetWait(), row.targetWait())
                && Objects.equals(known.targetService(), row.targetService())
                && Objects.equals(known.dailyQuota().orElse(null), row.dailyQuota())
                && known.requirements().equals(row.requirements());
    }

    private void carryOut(ServiceRow row, @Nullable ServiceOffering present) {
        ServiceOffering service = present == null ? created(row.draft()) : present;
        ServiceDetails before = service.details(editor.now());
        if (!isSame(before, row.draft())) {
            follow(service, row.draft());
        }
        if (row.turns(before.withdrawn())) {
            turn(service, before.withdrawn());
        }
    }

    private ServiceId create(ServiceDraft draft) {
        return created(draft).id();
    }

    private ServiceOffering created(ServiceDraft draft) {
        AgencyId agency = editor.agency();
        ServiceOffering service =
                new ServiceOffering(ServiceId.next(), catalogue.agency(agency).letters(), draft.asNew());
        service.follow(draft);
        service.changed(editor.signature());
        services.saveAndFlush(service);
        ServiceDetails made = service.details(editor.now());
        editor.record(
                AuditEvent.of(AuditKind.SERVICE_CREATED, agency, made.label()).changing(Map.of(), made.facts()));
        return service;
    }

    private void follow(ServiceOffering service, ServiceDraft draft) {
        ServiceDetails before = service.details(editor.now());
        service.follow(draft);
        service.changed(editor.signature());
        editor.record(AuditEvent.of(AuditKind.SERVICE_CHANGED, service.agencyId(), before.label())
                .changing(before.facts(), service.details(editor.now()).facts()));
    }

    private void turn(ServiceId id, int version, boolean offered) {
        editor.change(editor.agency(), () -> {
            turn(inVersion(id, version), offered);
            return id;
        });
    }

    private void turn(ServiceOffering service, boolean offered) {
        if (offered) {
            service.offerAgain();
        } else {
            service.withdraw(editor.now());
        }
        service.changed(editor.signature());
        editor.record(AuditEvent.of(
                offered ? AuditKind.SERVICE_ENABLED : AuditKind.SERVICE_DISABLED,
                service.agencyId(),
                service.details(editor.now()).label()));
    }

    private ServiceOffering inVersion(ServiceId id, int version) {
        ServiceOffering service = services.findLockedById(id.value())
                .orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-service"));
        editor.requireVersion(service.lastChange(), service.version(), version);
        return service;
    }

    private static ServiceDraft withLetter(ServiceDraft draft, String letter) {
        return new ServiceDraft(
                letter,
                draft.nameIndonesian(),
                draft.nameEnglish(),
                draft.targetWait(),
                draft.targetService(),
                draft.dailyQuota(),
                draft.requirements());
    }
}
