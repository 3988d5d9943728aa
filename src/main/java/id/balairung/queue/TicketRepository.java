package id.balairung.queue;

import id.balairung.common.ServiceDay;
import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface TicketRepository extends Repository<Ticket, UUID> {

    Optional<Ticket> findById(UUID id);

    List<Ticket> findByIdIn(Collection<UUID> ids);

    List<Ticket> findByVisitIdOrderByIssuedAt(UUID visit);

    Optional<Ticket> findByActiveCounterId(UUID counter);

    boolean existsByActiveCounterId(UUID counter);

    @QueryHints(@QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true"))
    List<Ticket> findByServiceDay(ServiceDay day);

    List<Ticket> findByServiceDayAndStatusIn(ServiceDay day, Collection<TicketStatus> statuses);

    List<Ticket> findByServiceDayAndOfficerIdAndStatusIn(
            ServiceDay day, UUID officer, Collection<TicketStatus> statuses);

    /** Open tickets of earlier days. */
    @Query("select t from Ticket t where t.openDay < :today order by t.issuedAt")
    List<Ticket> findLeftOver(ServiceDay today);

    /** Open tickets of some days. The agencies are named, for the index begins with them. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true"))
    @Query("select t from Ticket t where t.agencyId in :agencies and t.openDay >= :from and t.openDay <= :to")
    List<Ticket> findOpen(Collection<UUID> agencies, ServiceDay from, ServiceDay to);

    Optional<Ticket> findFirstByOrderByServiceDayDesc();

    Optional<Ticket> findFirstByOrderByServiceDayAsc();

    @Query("select new id.balairung.queue.StatusCount(t.status, count(t)) from Ticket t"
            + " where t.serviceDay = :day group by t.status")
    List<StatusCount> countByStatus(ServiceDay day);
}
