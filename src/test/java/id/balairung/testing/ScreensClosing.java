package id.balairung.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Closes the windows that a test left open, and ends the sessions that its class did. */
class ScreensClosing implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(Screens.class).close();
    }

    /** A screen that somebody left open would go on asking for boards while others count what theirs cost. */
    @Override
    public void afterTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBean(Sessions.class).endAll();
        }
    }
}
