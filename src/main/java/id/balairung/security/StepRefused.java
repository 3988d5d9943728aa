package id.balairung.security;

import id.balairung.common.BusinessRuleViolation;
import org.springframework.security.core.AuthenticationException;

/** What was typed in a step of signing in can't be taken; the step is still to be done. */
public sealed class StepRefused extends AuthenticationException {

    private final BusinessRuleViolation reason;

    StepRefused(BusinessRuleViolation reason) {
        super(reason.key());
        this.reason = reason;
    }

    /** Why, in a translated sentence. */
    public BusinessRuleViolation reason() {
        return reason;
    }

    /** A code or a recovery code was wrong. */
    static final class WrongCode extends StepRefused {

        WrongCode(String key) {
            super(new BusinessRuleViolation(key));
        }
    }
}
