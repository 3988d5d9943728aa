package id.balairung.staff.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Menu;
import id.balairung.security.StaffId;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.GivenPassword;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done to an account besides changing it. Each is asked about once more. */
class AccountActs extends Menu {

    private static final Set<String> HURTING = Set.of("disable", "end-sessions", "remove-factor", "reset");

    private final transient BiConsumer<Runnable, String> performing;
    private final MenuItem disable;
    private final MenuItem enable;
    private final MenuItem reset;
    private final Optional<MenuItem> requireSecondFactor;
    private final MenuItem removeSecondFactor;
    private final MenuItem endSessions;
    private transient Optional<AccountDetails> account = Optional.empty();

    /**
     * The acts themselves. Those that take a number take the revision that the form was filled with.
     *
     * @param requireSecondFactor for those who may ask for one
     */
    record Doing(
            BiConsumer<StaffId, Integer> disable,
            BiConsumer<StaffId, Integer> enable,
            Function<StaffId, GivenPassword> resetPassword,
            Optional<Consumer<StaffId>> requireSecondFactor,
            Consumer<StaffId> removeSecondFactor,
            Consumer<StaffId> endSessions) {}

    /**
     * A menu.
     *
     * @param performing does an act and then says that it was done, or why not
     */
    AccountActs(Doing doing, BiConsumer<Runnable, String> performing) {
        this.performing = performing;
        MenuItem menu = addItem(getTranslation("staff.acts"));
        reset = item(
                menu,
                "reset",
                whose -> new GivenPasswordsDialog(List.of(doing.resetPassword().apply(whose.id()))).open());
        endSessions = item(menu, "end-sessions", whose -> doing.endSessions().accept(whose.id()));
        requireSecondFactor = doing.requireSecondFactor()
                .map(require -> item(menu, "require-factor", whose -> require.accept(whose.id())));
        removeSecondFactor =
                item(menu, "remove-factor", whose -> doing.removeSecondFactor().accept(whose.id()));
        disable = item(menu, "disable", whose -> doing.disable().accept(whose.id(), whose.revision()));
        enable = item(menu, "enable", whose -> doing.enable().accept(whose.id(), whose.revision()));
    }

    void show(Optional<AccountDetails> shown) {
        account = shown;
        setVisible(shown.isPresent());
        boolean enabled = shown.filter(AccountDetails::enabled).isPresent();
        disable.setVisible(enabled);
        endSessions.setVisible(enabled);
        reset.setVisible(enabled);
        enable.setVisible(!enabled);
        requireSecondFactor.ifPresent(item -> item.setVisible(
                enabled && shown.filter(AccountDetails::secondFactorRequired).isEmpty()));
        removeSecondFactor.setVisible(shown.filter(AccountDetails::secondFactor).isPresent());
    }

    private MenuItem item(MenuItem menu, String act, Consumer<AccountDetails> doing) {
        return menu.getSubMenu().addItem(getTranslation("staff.acts." + act), click -> ask(act, doing));
    }

    private void ask(String act, Consumer<AccountDetails> doing) {
        AccountDetails whose = account.orElseThrow();
        HurtingQuestion question = new HurtingQuestion(
                getTranslation("staff.ask." + act, whose.name()),
                getTranslation("staff.ask-text." + act),
                getTranslation("staff.acts." + act),
                () -> performing.accept(() -> doing.accept(whose), getTranslation("staff.done." + act, whose.name())));
        if (!HURTING.contains(act)) {
            question.setConfirmButtonTheme("primary");
        }
        question.open();
    }
}
