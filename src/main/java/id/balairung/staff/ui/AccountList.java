package id.balairung.staff.ui;

import com.vaadin.flow.component.grid.Grid;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.TwoLines;
import id.balairung.staff.AccountDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Accounts as a section of /kelola lists them: each with its name, a line about it, and how it stands.
 *
 * @param reading reads them
 * @param about the line about one
 * @param add what the button that adds one says
 */
record AccountList(Supplier<List<AccountDetails>> reading, Function<AccountDetails, String> about, String add)
        implements Entries<AccountDetails> {

    /** An empty list of them under a header. */
    Grid<AccountDetails> grid(String header) {
        Grid<AccountDetails> grid = new Grid<>();
        grid.addComponentColumn(account -> new TwoLines(account.name(), about.apply(account)))
                .setHeader(header);
        grid.addComponentColumn(account -> {
                    AccountState state = AccountState.of(account);
                    return state.badge(grid.getTranslation(state.key()));
                })
                .setHeader(grid.getTranslation("staff.field.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        return grid;
    }

    @Override
    public List<AccountDetails> read() {
        return reading.get();
    }

    @Override
    public String idOf(AccountDetails account) {
        return account.id().value().toString();
    }

    @Override
    public String wordsOf(AccountDetails account) {
        return account.name() + " " + about.apply(account);
    }

    @Override
    public boolean isActive(AccountDetails account) {
        return account.enabled();
    }

    @Override
    public Optional<String> addLabel() {
        return Optional.of(add);
    }
}
