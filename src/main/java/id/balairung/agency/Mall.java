package id.balairung.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mall")
class Mall {

    static final int ID = 1;

    @Id
    @Column(columnDefinition = "tinyint")
    private int id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String zone;

    @Column(nullable = false)
    private int recallsBeforeNoShow;

    @Column(nullable = false)
    private int recallCooldownSeconds;

    @Column(nullable = false)
    private int lateReturnMinutes;

    @Column(nullable = false)
    private int priorityRatePercent;

    @Column(nullable = false)
    private int vulnerableMaxWaitMinutes;

    private @Nullable LastChange lastChange;

    @Version
    private @Nullable Integer version;

    protected Mall() {}

    Mall(MallRules rules) {
        this.id = ID;
        follow(rules);
    }

    final void follow(MallRules rules) {
        this.name = rules.name();
        this.zone = rules.zone().getId();
        this.recallsBeforeNoShow = rules.recallsBeforeNoShow();
        this.recallCooldownSeconds = (int) rules.recallCooldown().toSeconds();
        this.lateReturnMinutes = (int) rules.lateReturnTolerance().toMinutes();
        this.priorityRatePercent = rules.priorityRatePercent();
        this.vulnerableMaxWaitMinutes = (int) rules.vulnerableMaximumWait().toMinutes();
    }

    void changed(LastChange change) {
        lastChange = change;
    }

    @Nullable
    LastChange lastChange() {
        return lastChange;
    }

    @Nullable
    Integer version() {
        return version;
    }

    MallRules rules() {
        return new MallRules(
                name,
                ZoneId.of(zone),
                recallsBeforeNoShow,
                Duration.ofSeconds(recallCooldownSeconds),
                Duration.ofMinutes(lateReturnMinutes),
                priorityRatePercent,
                Duration.ofMinutes(vulnerableMaxWaitMinutes));
    }
}
