package id.balairung.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a session ended, or a screen closed, of itself. The sign-in page tells it: the address has the reason as query parameter
 * {@value #PARAMETER}.
 */
public enum EndReason {
    /** An admin ended all sessions of the account. */
    BY_ADMIN("admin"),
    /** Its owner ended it from another session. */
    BY_OWNER("pemilik"),
    /** Its owner signed out on another screen, which ends all sessions of the account. */
    SIGNED_OUT("keluar"),
    /** The account was disabled, or its role, agency or password was changed. */
    ACCESS_CHANGED("perubahan"),
    /** It was open for as long as a session may be. */
    TOO_LONG("batas");

    /** The query parameter of the sign-in page. */
    public static final String PARAMETER = "berakhir";

    private final String word;

    EndReason(String word) {
        this.word = word;
    }

    /** The parameter's value. */
    public String word() {
        return word;
    }

    /** The i18n key of the sentence that people read. */
    public String key() {
        return "security.ended." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason that an address tells.
     *
     * @param word the parameter's value, whatever somebody wrote there
     */
    public static Optional<EndReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
