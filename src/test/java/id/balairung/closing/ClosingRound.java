package id.balairung.closing;

import id.balairung.tenancy.AllAgencies;
import org.springframework.context.ApplicationContext;

/** One round of looking for days without a report and building what is due, as the application does every few seconds. */
public final class ClosingRound {

    private final DayCloser closer;
    private final MallCloser mallCloser;
    private final DueDays due;

    /** For an application in which the job itself rests. */
    public ClosingRound(ApplicationContext context) {
        this.closer = context.getBean(DayCloser.class);
        this.mallCloser = context.getBean(MallCloser.class);
        this.due = context.getBean(DueDays.class);
    }

    /**
     * Does it.
     *
     * @return whether a report was built
     */
    public boolean run() {
        closer.search();
        boolean built = closer.closeNext();
        mallCloser.closeNext();
        return built;
    }

    /** Looks for days without a report, as far as that goes at once. */
    public void search() {
        closer.search();
    }

    /** Whether there is nothing more to look for, however long ago. */
    public boolean searched() {
        return due.toSearch(AllAgencies.READ, closer.last(), true).isEmpty();
    }

    /**
     * Builds the next report that is due.
     *
     * @return whether there was one
     */
    public boolean closeNext() {
        return closer.closeNext();
    }

    /**
     * Reckons the mall's medians of the next day.
     *
     * @return whether there was one
     */
    public boolean closeNextOfMall() {
        return mallCloser.closeNext();
    }

    /** Looks for all that there is to build and builds it. */
    public void finish() {
        do {
            search();
            boolean more = true;
            while (more) {
                more = closeNext();
            }
        } while (!searched());
    }
}
