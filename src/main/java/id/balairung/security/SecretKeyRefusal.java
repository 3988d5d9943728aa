package id.balairung.security;

import org.jspecify.annotations.Nullable;

/** The key that secrets are sealed with can't be used. The message is one line that says what to do. */
public final class SecretKeyRefusal extends RuntimeException {

    SecretKeyRefusal(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}
