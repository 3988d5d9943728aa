package id.balairung.closing;

import org.springframework.context.ApplicationContext;

/** One round of looking for days without a report and building what is due, as the application does every few seconds. */
public final class ClosingRound {

    private final DayCloser closer;
    private final MallCloser mallCloser;

    /** For an application in which the job itself rests. */
    public ClosingRound(ApplicationContext context) {
        this.closer = context.getBean(DayCloser.class);
        this.mallCloser = context.getBean(MallCloser.class);
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
}
