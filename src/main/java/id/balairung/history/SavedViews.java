package id.balairung.history;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.InputCheck;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the signed-in person likes to look at the history: own filters under names, and the columns of the list. */
@Service
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
public class SavedViews {

    /** So many views a person may keep. */
    public static final int MOST = 20;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    private static final int LONGEST_QUERY = 1_000;
    private static final int MOST_COLUMNS = 20;
    private static final String COLUMN = "[a-z-]{1,19}";
    private static final String NAME = "name";

    private final KeptViewRepository views;
    private final KeptColumnsRepository columns;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SavedViews(
            KeptViewRepository views,
            KeptColumnsRepository columns,
            CurrentStaff currentStaff,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.views = views;
        this.columns = columns;
        this.currentStaff = currentStaff;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The own views, by name. */
    public List<SavedView> own() {
        return transaction.execute(status -> read());
    }

    /**
     * Keeps a view.
     *
     * @param name its name
     * @param query what the address asks for
     * @throws InvalidInput when the name can't be taken or another view has it
     * @throws BusinessRuleViolation when there are {@value #MOST} already
     */
    public SavedView save(TypedText name, String query) {
        check(name);
        check(query);
        return unlessTaken(() -> Objects.requireNonNull(transaction.execute(status -> {
            if (read().size() >= MOST) {
                throw new BusinessRuleViolation("history.refused.too-many-views", MOST);
            }
            return views.saveAndFlush(new KeptView(self(), name.text(), query, clock.instant()))
                    .view();
        })));
    }

    /**
     * Gives a view another name.
     *
     * @param view which
     * @param name its name from now on
     * @throws InvalidInput when the name can't be taken or another view has it
     * @throws BusinessRuleViolation when the person has no such view
     */
    public void rename(UUID view, TypedText name) {
        check(name);
        unlessTaken(() -> {
            change(view, own -> own.rename(name.text()));
            return name;
        });
    }

    /**
     * Lets a view ask for something else.
     *
     * @param view which
     * @param query what the address asks for
     * @throws BusinessRuleViolation when the person has no such view
     */
    public void replace(UUID view, String query) {
        check(query);
        change(view, own -> own.replace(query));
    }

    /**
     * Gives a view up.
     *
     * @param view which
     * @throws BusinessRuleViolation when the person has no such view
     */
    public void delete(UUID view) {
        change(view, views::delete);
    }

    /** The names of the columns that the person chose; empty before any were chosen. */
    public List<String> columns() {
        return transaction.execute(status ->
                columns.findById(self().value()).map(KeptColumns::columns).orElseGet(List::of));
    }

    /**
     * Remembers the chosen columns.
     *
     * @param names their names
     * @throws IllegalArgumentException when those are no names of columns
     */
    public void chooseColumns(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_COLUMNS || !names.stream().allMatch(name -> name.matches(COLUMN))) {
            throw new IllegalArgumentException("No columns: " + names);
        }
        transaction.executeWithoutResult(status -> columns.save(new KeptColumns(self(), names)));
    }

    private List<SavedView> read() {
        return views.findByStaffIdOrderByName(self().value()).stream()
                .map(KeptView::view)
                .toList();
    }

    private void change(UUID view, Consumer<KeptView> act) {
        transaction.executeWithoutResult(status -> act.accept(views.findByIdAndStaffId(view, self().value())
                .orElseThrow(() -> new BusinessRuleViolation("history.refused.no-such-view"))));
    }

    /** Two windows of one person may take the same name at the same time. */
    private static <T> T unlessTaken(Supplier<T> act) {
        try {
            return act.get();
        } catch (DataIntegrityViolationException taken) {
            throw new InvalidInput(new InputCheck()
                    .that(false, NAME, "history.refused.view-name-taken")
                    .faults());
        }
    }

    private static void check(TypedText name) {
        new InputCheck().words(name, LONGEST_NAME, NAME).orThrow();
    }

    private static void check(String query) {
        if (query.length() > LONGEST_QUERY || !new TypedText(query).printable()) {
            throw new IllegalArgumentException("No address asks for that");
        }
    }

    private StaffId self() {
        return currentStaff.require().id();
    }
}
