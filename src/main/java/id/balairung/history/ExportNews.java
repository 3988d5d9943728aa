package id.balairung.history;

import id.balairung.security.StaffId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a person's open screens that their exports went on. On this node, where they are made. */
@Component
class ExportNews {

    private static final Logger LOG = LoggerFactory.getLogger(ExportNews.class);

    private final Map<StaffId, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Follows a person's exports. */
    Runnable follow(StaffId staff, Runnable listener) {
        listeners.compute(staff, (of, known) -> {
            List<Runnable> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(staff, (of, known) -> {
            known.remove(listener);
            return known.isEmpty() ? null : known;
        });
    }

    void changed(StaffId staff) {
        listeners.getOrDefault(staff, List.of()).forEach(ExportNews::tell);
    }

    /** A screen may be gone at the same moment; the others, and what is made, go on. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException gone) {
            LOG.debug("Somebody can't be told of an export", gone);
        }
    }
}
