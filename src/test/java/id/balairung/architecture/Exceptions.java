package id.balairung.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Classes that a rule spares, each with the reason. Named by text, so that a class which is gone or renamed shows up in
 * {@link HouseStyleTest} instead of sparing its successor.
 *
 * @param reasons the class's full name, and why the rule does not hold for it
 */
record Exceptions(Map<String, String> reasons) {

    static Exceptions none() {
        return new Exceptions(Map.of());
    }

    /** The classes and what is nested in them. */
    DescribedPredicate<JavaClass> spared() {
        return DescribedPredicate.describe(
                "spared because " + reasons.values(), type -> reasons.containsKey(outermost(type)));
    }

    /** The rule's text ends with these, so that a failure shows what is already spared and why. */
    String asText() {
        return reasons.isEmpty()
                ? ""
                : reasons.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(spared -> spared.getKey() + ": " + spared.getValue())
                        .collect(Collectors.joining("; ", " (spared: ", ")"));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
