package id.balairung.agency;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mall's settings as they are administered.
 *
 * @param rules its name and rules
 * @param version the version that was read, to be given back with a change
 */
public record MallDetails(MallRules rules, int version) {

    static Map<String, String> facts(MallRules rules) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", rules.name());
        facts.put("zone", rules.zone().getId());
        facts.put("recallsBeforeNoShow", String.valueOf(rules.recallsBeforeNoShow()));
        facts.put("recallCooldownSeconds", String.valueOf(rules.recallCooldown().toSeconds()));
        facts.put(
                "lateReturnMinutes", String.valueOf(rules.lateReturnTolerance().toMinutes()));
        facts.put("priorityRatePercent", String.valueOf(rules.priorityRatePercent()));
        facts.put(
                "vulnerableMaximumMinutes",
                String.valueOf(rules.vulnerableMaximumWait().toMinutes()));
        return facts;
    }
}
