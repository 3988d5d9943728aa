package id.balairung.security;

import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What somebody sent for a step of signing in. */
final class StepAttempt extends AbstractAuthenticationToken {

    private final transient PendingSignIn pending;
    private final transient Map<String, String> fields;

    /**
     * An attempt.
     *
     * @param pending what has been done before
     * @param fields the form's fields
     */
    StepAttempt(PendingSignIn pending, Map<String, String> fields) {
        super(List.of());
        this.pending = pending;
        this.fields = Map.copyOf(fields);
    }

    PendingSignIn pending() {
        return pending;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return pending.username();
    }
}
