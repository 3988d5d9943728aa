package id.balairung.common;

import java.util.ArrayList;
import java.util.List;

/** Checks what was typed and remembers everything that is wrong with it, so that people are told once. */
public final class InputCheck {

    private final List<InputFault> faults = new ArrayList<>();

    /**
     * Remembers a fault unless something holds.
     *
     * @param holds whether it is right
     * @param field the field's name
     * @param key the i18n key of the sentence people read
     * @param arguments its arguments
     * @return this
     */
    public InputCheck that(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            faults.add(new InputFault(field, key, List.of(arguments)));
        }
        return this;
    }

    /**
     * Checks words that others read: there, not too long, printable.
     *
     * @param text the words
     * @param longest the most characters
     * @param field the field's name
     * @return this
     */
    public InputCheck words(TypedText text, int longest, String field) {
        return that(!text.text().isEmpty(), field, "common.refused.missing").optionalWords(text, longest, field);
    }

    /**
     * Checks words that others read, which may be missing.
     *
     * @param text the words
     * @param longest the most characters
     * @param field the field's name
     * @return this
     */
    public InputCheck optionalWords(TypedText text, int longest, String field) {
        return that(text.text().length() <= longest, field, "common.refused.too-long", longest)
                .that(text.printable(), field, "common.refused.unprintable");
    }

    /** Whether nothing is wrong so far. */
    public boolean passed() {
        return faults.isEmpty();
    }

    /** What is wrong, in the order of the checks; at most one fault for each field. */
    public List<InputFault> faults() {
        List<InputFault> first = new ArrayList<>();
        for (InputFault fault : faults) {
            if (first.stream().noneMatch(known -> known.field().equals(fault.field()))) {
                first.add(fault);
            }
        }
        return first;
    }

    /**
     * Ends the check.
     *
     * @throws InvalidInput when anything was wrong
     */
    public void orThrow() {
        if (!passed()) {
            throw new InvalidInput(faults());
        }
    }
}
