package id.balairung.history.ui;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.HistoryImport;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import org.springframework.stereotype.Component;

/**
 * What importing works with.
 *
 * @param imports checks and imports files
 * @param catalogue the own services
 * @param mall the mall's zone
 * @param reauthentication whether it was proved lately who sits there
 * @param currentStaff who it is
 */
@Component
record ImportServices(
        HistoryImport imports,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        Reauthentication reauthentication,
        CurrentStaff currentStaff) {}
