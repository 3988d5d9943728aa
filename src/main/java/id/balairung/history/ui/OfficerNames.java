package id.balairung.history.ui;

import id.balairung.history.HistoryChoices;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What officers are called, for one screen. A list that can't be had, or not in time, is no reason to show nothing: it goes without. */
final class OfficerNames {

    private final HistoryChoices choices;
    private final Map<Optional<AgencyId>, Optional<Map<StaffId, String>>> asked = new HashMap<>();

    OfficerNames(HistoryChoices choices) {
        this.choices = choices;
    }

    /** Of an agency, or of all; asked for once. Empty when it isn't known. */
    Optional<Map<StaffId, String>> of(Optional<AgencyId> agency) {
        return asked.computeIfAbsent(agency, this::ask);
    }

    private Optional<Map<StaffId, String>> ask(Optional<AgencyId> agency) {
        try {
            return Optional.of(choices.officers(agency));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.empty();
        }
    }
}
