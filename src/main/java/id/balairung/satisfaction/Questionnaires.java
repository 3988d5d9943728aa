package id.balairung.satisfaction;

import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is asked, in versions: each holds from the first of a month until the next one begins. They are public, and kept for ten
 * seconds, since every form that is opened asks for them; a change on this node holds at once.
 */
@Service
public class Questionnaires {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final QuestionnaireRows rows;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    private record Kept(List<Questionnaire> versions, Instant at) {}

    Questionnaires(QuestionnaireRows rows, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** All versions, the first one first. */
    public List<Questionnaire> all() {
        Instant now = clock.instant();
        Kept known = kept.get();
        if (known != null && now.isBefore(known.at().plus(KEPT)) && !now.isBefore(known.at())) {
            return known.versions();
        }
        List<Questionnaire> read = reading.execute(status -> rows.all(AllAgencies.READ));
        kept.set(new Kept(read, now));
        return read;
    }

    /** The versions that were asked up to a day, the first one first. */
    List<Questionnaire> until(LocalDate day) {
        return all().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .toList();
    }

    /**
     * What is asked of a service that was given on this day.
     *
     * @param day the service day, in the mall's zone
     */
    public Questionnaire of(LocalDate day) {
        return all().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .max(Comparator.comparing(Questionnaire::validFrom))
                .orElseThrow(() -> new IllegalStateException("Nothing was asked on " + day));
    }

    void forget() {
        kept.set(null);
    }
}
