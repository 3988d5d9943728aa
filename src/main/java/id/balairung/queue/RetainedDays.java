package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AllAgencies;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** From which day on personal data is kept now, by the calendar alone: whatever a run replaced already. */
@Component
public class RetainedDays {

    private final RetentionRows rows;
    private final CurrentMall mall;

    RetainedDays(RetentionRows rows, CurrentMall mall) {
        this.rows = rows;
        this.mall = mall;
    }

    /** The first service day of which a kind is kept. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public LocalDate firstKept(RetentionKind kind) {
        return rows.periods(AllAgencies.READ).stream()
                .filter(period -> period.kind() == kind)
                .map(period -> kind.firstKept(mall.today().date(), period.days()))
                .findAny()
                .orElseThrow();
    }
}
