package id.balairung.queue.ui;

import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import java.util.Locale;

/**
 * Where the present ticket could go on.
 *
 * @param service the service
 * @param agencyName its agency
 * @param state whether it takes anybody today
 */
record TransferTarget(ServiceSummary service, String agencyName, ServiceState state) {

    boolean open() {
        return state == ServiceState.OPEN;
    }

    /** Whether what was typed is found in its prefix, name or agency. */
    boolean matches(String typed, Locale language) {
        String found = String.join(" ", service.prefix(), service.name(language), agencyName)
                .toLowerCase(language);
        return found.contains(typed.strip().toLowerCase(language));
    }
}
