package id.balairung.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Closes the windows that a test left open. */
class ScreensClosing implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(Screens.class).close();
    }
}
