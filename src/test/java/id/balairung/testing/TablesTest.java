package id.balairung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change that isn't seen would let every test pass that says nothing may change. */
@BalairungTest
class TablesTest {

    @Autowired
    Hall hall;

    @Autowired
    Tables tables;

    @Autowired
    TablesOwner owner;

    @Test
    void oneValueOfOneRowIsSeenInItsTableOnly() {
        Hall.TestAgency agency = hall.agency(1, 1);
        Map<String, Long> before = tables.sums();

        Set<String> changed = owner.undone(() -> {
            owner.jdbc()
                    .sql("update counter set number = number + 10000 where id = ?")
                    .param(agency.counters().getFirst().value().toString())
                    .update();
            Map<String, Long> after = new Tables(owner.jdbc()).sums();
            return after.keySet().stream()
                    .filter(table -> !after.get(table).equals(before.get(table)))
                    .collect(Collectors.toSet());
        });

        assertThat(changed).containsExactly("counter");
        assertThat(tables.sums()).isEqualTo(before);
    }

    @Test
    void nothingAndAnEmptyTextAreTwoThings() {
        Hall.TestAgency agency = hall.agency(1, 0);
        long before = tables.sums().get("staff_account");

        long after = owner.undone(() -> {
            owner.jdbc()
                    .sql("update staff_account set changed_by = '' where id = ?")
                    .param(agency.admin().id().value().toString())
                    .update();
            return new Tables(owner.jdbc()).sums().get("staff_account");
        });

        assertThat(after).isNotEqualTo(before);
    }
}
