package id.balairung.history.ui;

import id.balairung.security.StaffId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How many exports are being written into answers, person by person: each reads the database all the while. */
@Component
class DownloadsUnderWay {

    private static final int AT_ONCE = 2;

    private final Map<StaffId, Integer> underWay = new ConcurrentHashMap<>();

    /** Begins one, unless the person has as many as are allowed. */
    boolean begin(StaffId staff) {
        boolean[] begun = {false};
        underWay.compute(staff, (id, many) -> {
            int before = many == null ? 0 : many;
            begun[0] = before < AT_ONCE;
            return begun[0] ? before + 1 : before;
        });
        return begun[0];
    }

    /** Ends one that was begun. */
    void end(StaffId staff) {
        underWay.computeIfPresent(staff, (id, many) -> many == 1 ? null : many - 1);
    }
}
