package id.balairung.isolation;

import id.balairung.common.BusinessRuleViolation;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.IllegalTransactionStateException;

/** What comes of trying. */
enum Outcome {
    /** It is done, or told. */
    DONE("ok", true),
    /** There is nothing to tell: an empty list, no value, no. */
    EMPTY("nothing", true),
    /** The role may not. */
    DENIED("denied", false),
    /** For this person there is no such thing, or a rule forbids it. */
    RULE("refused", false),
    /** There is no such thing for anybody. */
    NOT_FOUND("not found", false),
    /** Only in a transaction of a caller who was checked. */
    INSIDE("inside only", false),
    /** It can't come to this: somebody is signed in, or no agency is in scope. */
    IMPOSSIBLE("impossible", false),
    /** Screens: the view opens. */
    SHOWN("opens", true),
    /** Screens: the same page as at an address that leads nowhere. */
    NO_SUCH_PAGE("no such page", false),
    /** Screens: another screen, the person's own. */
    SENT_ON("sent on", true),
    /** Screens: the page to sign in at. */
    SIGN_IN("sign-in", false);

    private final String word;
    private final boolean gives;

    Outcome(String word, boolean gives) {
        this.word = word;
        this.gives = gives;
    }

    /** Whether something may have changed. */
    boolean gives() {
        return gives;
    }

    @Override
    public String toString() {
        return word;
    }

    /** What a call that came back means. */
    static Outcome of(@Nullable Object value) {
        return switch (value) {
            case Optional<?> optional when optional.isEmpty() -> EMPTY;
            case Collection<?> many when many.isEmpty() -> EMPTY;
            case Map<?, ?> many when many.isEmpty() -> EMPTY;
            case Boolean no when !no -> EMPTY;
            case null -> DONE;
            default -> DONE;
        };
    }

    /**
     * What a call that threw means.
     *
     * @throws RuntimeException the same, when it is no refusal but a fault
     */
    static Outcome of(RuntimeException thrown) {
        return switch (thrown) {
            case AccessDeniedException denied -> DENIED;
            case AuthenticationException nobody -> DENIED;
            case BusinessRuleViolation rule -> RULE;
            case NoSuchElementException missing -> NOT_FOUND;
            case IllegalTransactionStateException outside -> INSIDE;
            case IllegalStateException impossible -> IMPOSSIBLE;
            default -> throw thrown;
        };
    }
}
