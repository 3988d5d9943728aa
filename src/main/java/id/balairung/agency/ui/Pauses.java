package id.balairung.agency.ui;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What pausing a service and asking about it need, in one hand. */
@Component
record Pauses(AgencyAdministration agencies, CurrentMall mall, Clock clock) {}
