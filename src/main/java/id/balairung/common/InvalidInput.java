package id.balairung.common;

import java.util.List;

/** Something that was typed can't be taken; nothing was changed. Tells everything that is wrong at once, field by field. */
public class InvalidInput extends BusinessRuleViolation {

    private final transient List<InputFault> faults;

    /**
     * Input with faults.
     *
     * @param faults what is wrong, at least one thing
     */
    public InvalidInput(List<InputFault> faults) {
        super(faults.getFirst().key(), faults.getFirst().arguments().toArray());
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the fields. */
    public List<InputFault> faults() {
        return faults;
    }
}
