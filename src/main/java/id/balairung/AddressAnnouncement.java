package id.balairung;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the person at the console where the application is, as the last thing of a start. */
@Component
class AddressAnnouncement {

    @EventListener
    @Order
    void tell(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            System.out.println("Balairung is at http://localhost:" + port);
        }
    }
}
