package id.balairung.demo;

import id.balairung.agency.ServiceSummary;
import id.balairung.intake.Wish;
import id.balairung.intake.WishAnswer;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the front desk: whoever arrives gets the numbers they came for. A person may work at the same desk meanwhile. */
final class FrontDeskPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDeskPlayer.class);

    private final Stage stage;
    private final StaffPrincipal account;
    private final Map<AgencyId, Floor> floors;

    FrontDeskPlayer(Stage stage, StaffPrincipal account, Map<AgencyId, Floor> floors) {
        this.stage = stage;
        this.account = account;
        this.floors = floors;
    }

    /** The agency that somebody comes to first; empty when the mall no longer has it. */
    Optional<Floor> firstOf(Arrival arrival) {
        return stage.service(arrival.errands().getFirst().service()).flatMap(this::floor);
    }

    /** Issues the numbers. What a rule refuses, as a paused service, is not issued. */
    void receive(Arrival arrival) {
        List<Arrival.Errand> errands = arrival.errands().stream()
                .filter(errand -> stage.service(errand.service()).isPresent())
                .toList();
        List<Wish> wishes = errands.stream()
                .map(errand ->
                        Wish.of(stage.service(errand.service()).orElseThrow().id()))
                .toList();
        Visitor visitor = new Visitor(arrival.name(), Optional.empty());
        List<WishAnswer> answers = stage.cast()
                .as(
                        account,
                        () -> stage.frontDesk().issue(VisitId.next(), false, wishes, arrival.priorityClass(), visitor));
        for (int place = 0; place < answers.size(); place++) {
            if (answers.get(place) instanceof WishAnswer.Issued issued) {
                IssuedTicket slip = issued.issued();
                Manner manner = errands.get(place).manner();
                floor(stage.catalogue().service(slip.ticket().service()))
                        .ifPresent(floor -> floor.welcome(slip, manner));
            } else {
                LOG.debug("No number for {}: {}", errands.get(place).service(), answers.get(place));
            }
        }
    }

    private Optional<Floor> floor(ServiceSummary service) {
        return Optional.ofNullable(floors.get(service.agency()));
    }
}
