package id.balairung.rollup;

import org.springframework.context.ApplicationContext;

/** Puts months and years together, as the application does every few seconds. */
public final class SpanRound {

    private final SpanBuilder builder;

    /** For an application in which the job itself rests. */
    public SpanRound(ApplicationContext context) {
        this.builder = context.getBean(SpanBuilder.class);
    }

    /** All that is due. */
    public void run() {
        boolean more = true;
        while (more) {
            more = builder.buildNext();
        }
    }
}
