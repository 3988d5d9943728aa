package id.balairung.queue.ui;

import id.balairung.agency.CurrentMall;
import id.balairung.queue.Retention;
import id.balairung.security.Reauthentication;
import org.springframework.stereotype.Component;

/** The doors through which the screen of personal data goes, in one hand. */
@Component
record RetentionServices(Retention retention, CurrentMall mall, Reauthentication reauthentication) {}
