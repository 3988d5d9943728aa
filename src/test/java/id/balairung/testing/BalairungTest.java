package id.balairung.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the running application on a real MariaDB. All such tests share one context and one database, which is empty
 * when the suite starts: a test brings agencies of its own and looks at nothing else.
 *
 * <p>Sharing works only while the configuration is the same, so add no properties, profiles or mock beans to such a class.
 * A test that truly needs another context also needs another folder, {@code balairung.database.dir}, for the database
 * of this one stays in use until the suite ends.
 *
 * <p>{@link Screens} opens views without a browser. {@link TestClock} can be injected to move time; it is put right before each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"embedded-db", "test"})
@Import(TestingConfiguration.class)
@TestExecutionListeners(
        listeners = {TestClockReset.class, ScreensClosing.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface BalairungTest {}
