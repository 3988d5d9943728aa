package id.balairung.staff;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A password that somebody gives to an account that isn't theirs.
 *
 * @param text the password in clear; only its hash is kept
 * @param due whether its owner has to change it before they are signed in
 */
public record InitialPassword(String text, boolean due) {

    /** Without what is mistaken for something else: 0 and o, 1 and i and l, 2 and z, 5 and s, u and v. */
    private static final String SYMBOLS = "abcdefghjkmnpqrtwxy346789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    /**
     * One that its owner changes at the first sign-in.
     *
     * @param text the password in clear
     */
    public static InitialPassword toBeChanged(String text) {
        return new InitialPassword(text, true);
    }

    /**
     * One that stays, for accounts whose password everybody knows anyway: demonstrations and tests.
     *
     * @param text the password in clear
     */
    public static InitialPassword lasting(String text) {
        return new InitialPassword(text, false);
    }

    /** One that nobody can guess and that is easy to read out, to be changed at the first sign-in. */
    public static InitialPassword random() {
        SecureRandom random = new SecureRandom();
        return toBeChanged(IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP_LENGTH, 0, SYMBOLS.length())
                        .mapToObj(index -> String.valueOf(SYMBOLS.charAt(index)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-")));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "an initial password" + (due ? ", to be changed" : "");
    }
}
