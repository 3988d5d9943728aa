package id.balairung.staff;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.StaffId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The counters of the agency in scope, and who may open them. Implemented by the module that keeps the counters. */
public interface Workplaces {

    /** All of them, by number. */
    List<Workplace> all();

    /** Which counters officers were given; one who is missing may open all. */
    Map<StaffId, Set<UUID>> assigned();

    /**
     * Gives an officer counters in the place of those from before.
     *
     * @param officer the officer
     * @param counters which; none when all may be opened
     * @throws BusinessRuleViolation when one isn't the agency's
     */
    void assign(StaffId officer, Set<UUID> counters);

    /**
     * Closes what an officer has open, because he or she won't be there any more.
     *
     * @param officer the officer
     * @throws BusinessRuleViolation when somebody is called or served there
     */
    void release(StaffId officer);
}
